/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.engine.optimizer;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cold path. A step that could be taken. What only those that are taken need is made when it is asked for.
 *
 * @param kind of the step
 * @param place that it changes
 * @param reason one sentence
 * @param next what comes of it
 * @param gain as estimated
 * @param move that it is, empty for other steps
 */
record Candidate(StepKind kind, Supplier<String> place, Supplier<String> reason, Supplier<State> next, Gain gain,
    Optional<Move> move)
{
    static Candidate of(
        final StepKind kind, final String place, final Supplier<String> reason, final State next, final Gain gain)
    {
        return new Candidate(kind, () -> place, reason, () -> next, gain, Optional.empty());
    }
}

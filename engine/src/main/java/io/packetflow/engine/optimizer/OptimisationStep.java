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

import java.util.Locale;
import java.util.Objects;

/**
 * Cold path. A step that was accepted.
 *
 * @param kind of the step
 * @param place bond, packets or nodes that it changes
 * @param reason why it may be done and what it saves, one sentence
 * @param before what was predicted without it
 * @param after what is predicted with it
 * @param goal that it serves
 */
public record OptimisationStep(
    StepKind kind, String place, String reason, Prediction before, Prediction after, Goal goal)
{
    private static final double PERCENT = 100;

    /** Checks that nothing is null. */
    public OptimisationStep
    {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
    }

    /** Returns what it saves of what the goal makes smaller, in nanoseconds. */
    public double gainNanos()
    {
        return before.nanos(goal) - after.nanos(goal);
    }

    /** Returns the gain as a share of what was predicted before, in percent. */
    public double gainPercent()
    {
        return before.nanos(goal) > 0 ? PERCENT * gainNanos() / before.nanos(goal) : 0;
    }

    @Override
    public String toString()
    {
        return String.format(Locale.ROOT, "%s %s: %s; %s -> %s, gains %,.0f ns (%.1f %%)", kind, place, reason, before,
            after, gainNanos(), gainPercent());
    }
}

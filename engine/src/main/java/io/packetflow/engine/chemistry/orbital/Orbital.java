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
package io.packetflow.engine.chemistry.orbital;

import java.util.List;

/**
 * Cold path. What two packets are to each other ({@link Orbitals}).
 *
 * @param first packet, the earlier one in order of composition
 * @param second packet
 * @param kind of the orbital
 * @param gainNanos what an instance gains on average where the two share a stage instead of running on two cores,
 *                  negative for a loss; 0 where they are in conflict
 * @param reasons one sentence each
 */
public record Orbital(String first, String second, OrbitalKind kind, double gainNanos, List<String> reasons)
{
    /** Copies the list. */
    public Orbital
    {
        reasons = List.copyOf(reasons);
    }
}

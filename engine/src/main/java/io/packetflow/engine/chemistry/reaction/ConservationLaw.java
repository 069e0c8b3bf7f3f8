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
package io.packetflow.engine.chemistry.reaction;

import java.util.Locale;

/** Cold path. The conservation laws of theorem 6.12. */
public enum ConservationLaw
{
    /** Total work (base time × firing share, nanoseconds an instance) stays the same. */
    MASS,
    /** What is required (cores, bytes of the slot, resources) does not grow, but for replicas. */
    ENERGY,
    /** Each packet is still there, reachable from a source, and live: it can start. */
    MOMENTUM;

    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}

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
package io.packetflow.engine.molecule;

import java.util.Objects;

/**
 * A bond between two packets of a molecule.
 *
 * @param from name of the first packet; for ionic bonds the one that completes first
 * @param to name of the second packet
 * @param type contract between the two
 * @param resource that the two share; only for covalent bonds, else empty
 * @param strict whether no optimiser may ever weaken it
 */
public record Bond(String from, String to, BondType type, String resource, boolean strict)
{
    /** Checks that nothing is null. */
    public Bond
    {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(resource, "resource");
    }

    /**
     * Tells whether the bond joins a packet to another.
     *
     * @param packet name of a packet
     * @return whether it is one of the two ends
     */
    public boolean touches(final String packet)
    {
        return from.equals(packet) || to.equals(packet);
    }

    @Override
    public String toString()
    {
        return from + " -> " + to + " (" + type + (resource.isEmpty() ? "" : " over " + resource) +
            (strict ? ", strict" : "") + ")";
    }
}

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
package io.packetflow.engine.codegen;

import java.util.Collection;
import java.util.List;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;

/** The bit of each packet in STOP masks: its index in the molecule's composition. */
final class PacketBits
{
    private PacketBits()
    {
    }

    static long of(final Molecule molecule, final Collection<String> names)
    {
        final List<String> all = molecule.packets().stream().map(Packet::name).toList();
        long mask = 0;
        for (final String name : names)
        {
            mask |= 1L << all.indexOf(name);
        }
        return mask;
    }

    static String text(final long mask)
    {
        return "0x" + Long.toHexString(mask) + "L";
    }
}

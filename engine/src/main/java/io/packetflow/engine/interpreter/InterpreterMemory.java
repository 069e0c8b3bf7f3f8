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
package io.packetflow.engine.interpreter;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;

/**
 * Cold path. The one slot: header, input and the area of each packet, each in memory of its own, so that no packet can
 * write where another does. Areas hold rubbish until their packets write them.
 */
final class InterpreterMemory
{
    private static final int LINE_BYTES = 64;
    private static final byte RUBBISH = 0x5A;

    private final Arena arena = new Arena(HugePages.OFF);
    private final InstanceHeader header;
    private final InstanceInput input;
    private final Slab inputBytes;
    private final Map<String, Flyweight> areas = new LinkedHashMap<>();
    private final Map<String, Slab> areaBytes = new LinkedHashMap<>();

    InterpreterMemory(final Molecule molecule)
    {
        header = new InstanceHeader(arena.allocate(LINE_BYTES, LINE_BYTES));
        header.wrap(0);
        inputBytes = arena.allocate(molecule.maxInputBytes() + LINE_BYTES, LINE_BYTES);
        input = new InstanceInput(inputBytes);
        input.wrap(0);
        molecule.packets().forEach(packet -> packet.area().ifPresent(area ->
        {
            final Slab bytes = arena.allocate(area.layout().size(), LINE_BYTES);
            final Flyweight view = area.factory().apply(bytes);
            view.wrap(0);
            areas.put(packet.name(), view);
            areaBytes.put(packet.name(), bytes);
        }));
    }

    void begin(final long sequence, final int kind, final int source, final long timeNanos, final ByteBuffer bytes)
    {
        final byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        inputBytes.fill(0, inputBytes.capacity(), RUBBISH);
        inputBytes.putBytes(0, copy, 0, copy.length);
        header.identify(sequence, timeNanos, source);
        header.describe(kind, copy.length);
        areaBytes.values().forEach(area -> area.fill(0, area.capacity(), RUBBISH));
    }

    Arena arena()
    {
        return arena;
    }

    InstanceHeader header()
    {
        return header;
    }

    InstanceInput input()
    {
        return input;
    }

    Map<String, Flyweight> areas()
    {
        return areas;
    }
}

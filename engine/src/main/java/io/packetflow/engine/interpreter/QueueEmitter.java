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
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.packet.Emitter;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/** Cold path. A back edge that is never full. */
final class QueueEmitter implements Emitter
{
    private static final int MAX_INPUT_BYTES = 4_096;

    private final Slab slab;
    private final List<Emission> emissions = new ArrayList<>();
    private int kind;
    private int inputLength;
    private long timeNanos;

    QueueEmitter(final Arena arena)
    {
        slab = arena.allocate(MAX_INPUT_BYTES, Long.BYTES);
    }

    @Override
    public int claim(final int emittedKind, final int length, final long logicalTimeNanos)
    {
        kind = emittedKind;
        inputLength = length;
        timeNanos = logicalTimeNanos;
        return 0;
    }

    @Override
    public void commit()
    {
        final byte[] input = new byte[inputLength];
        slab.getBytes(0, input, 0, inputLength);
        emissions.add(new Emission(kind, timeNanos, ByteBuffer.wrap(input)));
    }

    @Override
    public Slab slab()
    {
        return slab;
    }

    List<Emission> take()
    {
        final List<Emission> taken = List.copyOf(emissions);
        emissions.clear();
        return taken;
    }
}

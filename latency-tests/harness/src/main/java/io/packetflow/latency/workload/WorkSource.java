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
package io.packetflow.latency.workload;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;

/**
 * Hot path. Brings as many messages as it was allowed to, from memory or by UDP; it never ends. A message is its number
 * and seven words that follow from it.
 */
public final class WorkSource implements InstanceSource, AutoCloseable
{
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final LoopbackUdp wire;
    private final ByteBuffer outgoing = Datagrams.buffer();
    private final ByteBuffer arrived = Datagrams.buffer();
    private long allowed;
    private long packed;
    private long index;

    WorkSource(final boolean isReceived)
    {
        wire = isReceived ? new LoopbackUdp() : null;
        arrived.limit(0);
    }

    /**
     * Allows more messages.
     *
     * @param messages a whole number of datagrams
     */
    void allow(final long messages)
    {
        allowed += messages;
    }

    @Override
    public long nextTimeNanos()
    {
        if (index >= allowed)
        {
            return NONE;
        }
        if (!arrived.hasRemaining())
        {
            fetch();
        }
        return index;
    }

    private void fetch()
    {
        outgoing.clear();
        while (outgoing.hasRemaining())
        {
            outgoing.putLong(packed);
            for (long word = 1; word < Datagrams.MESSAGE_BYTES / Long.BYTES; word++)
            {
                outgoing.putLong((packed + word) * MULTIPLIER);
            }
            packed++;
        }
        outgoing.flip();
        if (wire == null)
        {
            arrived.clear().put(outgoing).flip();
        }
        else
        {
            wire.carry(outgoing, arrived);
        }
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final int at = arrived.position();
        for (int word = 0; word < Datagrams.MESSAGE_BYTES; word += Long.BYTES)
        {
            input.putLong(word, arrived.getLong(at + word));
        }
        header.describe(WorkMolecule.KIND.code(), Datagrams.MESSAGE_BYTES);
        header.stamp(0, 0);
        discard(false);
    }

    @Override
    public void discard(final boolean rejected)
    {
        arrived.position(arrived.position() + Datagrams.MESSAGE_BYTES);
        index++;
    }

    @Override
    public boolean isExhausted()
    {
        return false;
    }

    @Override
    public void close() throws IOException
    {
        if (wire != null)
        {
            wire.close();
        }
    }
}

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
import java.nio.ByteOrder;

/**
 * Hot path. Results on their way out by UDP, {@value #MESSAGES} a datagram, as market data is packed (MoldUDP64 puts as
 * many messages into a datagram as fit). The other end is read on the same thread. One thread.
 */
final class Datagrams implements AutoCloseable
{
    /** Messages in a datagram. */
    static final int MESSAGES = 16;
    /** Bytes of a message. */
    static final int MESSAGE_BYTES = 64;

    private final LoopbackUdp wire = new LoopbackUdp();
    private final ByteBuffer outgoing = buffer();
    private final ByteBuffer arrived = buffer();
    private long messages;

    static ByteBuffer buffer()
    {
        return ByteBuffer.allocateDirect(MESSAGES * MESSAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    void send(final long number, final long value)
    {
        final int at = outgoing.position();
        outgoing.putLong(at, number);
        outgoing.putLong(at + Long.BYTES, value);
        outgoing.position(at + MESSAGE_BYTES);
        messages++;
        if (!outgoing.hasRemaining())
        {
            outgoing.flip();
            wire.carry(outgoing, arrived);
            outgoing.clear();
        }
    }

    /** Returns how many messages it was given. */
    long messages()
    {
        return messages;
    }

    @Override
    public void close() throws IOException
    {
        wire.close();
    }
}

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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * Hot path. Two sockets on the loopback interface that are connected to each other, one to send and one to receive.
 * What was sent is received before anything else is sent, so no datagram is lost. One thread.
 */
final class LoopbackUdp implements AutoCloseable
{
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final DatagramChannel sender;
    private final DatagramChannel receiver;

    LoopbackUdp()
    {
        try
        {
            final InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            sender = DatagramChannel.open().bind(any);
            receiver = DatagramChannel.open().bind(any);
            sender.connect(receiver.getLocalAddress());
            receiver.connect(sender.getLocalAddress());
            receiver.configureBlocking(false);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("no UDP socket can be made on the loopback interface", e);
        }
    }

    /**
     * Carries a datagram over the interface.
     *
     * @param from what is sent, between position and limit
     * @param into what it is received into, flipped when this returns
     */
    void carry(final ByteBuffer from, final ByteBuffer into)
    {
        into.clear();
        try
        {
            sender.write(from);
            final long startNanos = System.nanoTime();
            while (receiver.read(into) == 0)
            {
                if (System.nanoTime() - startNanos > PATIENCE_NANOS)
                {
                    throw new IllegalStateException("a datagram was lost on the loopback interface");
                }
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the loopback interface fails", e);
        }
        into.flip();
    }

    @Override
    public void close() throws IOException
    {
        try (sender)
        {
            receiver.close();
        }
    }
}

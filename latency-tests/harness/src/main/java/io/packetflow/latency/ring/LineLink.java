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
package io.packetflow.latency.ring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Hot path. The least that a hop can be: one cache line whose first word says which event it holds, and another line on
 * which the receiver says that it has read it.
 */
final class LineLink implements HopLink
{
    private static final VarHandle LONG =
        MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int PAIR_OF_LINES = 128;
    private static final int RECEIVED = PAIR_OF_LINES;

    private final ByteBuffer lines =
        ByteBuffer.allocateDirect(3 * PAIR_OF_LINES).alignedSlice(PAIR_OF_LINES).order(ByteOrder.nativeOrder());
    private long sent;

    @Override
    public void awaitRoom()
    {
        final ByteBuffer memory = lines;
        while ((long)LONG.getAcquire(memory, RECEIVED) != sent)
        {
            Thread.onSpinWait();
        }
    }

    @Override
    public void send(final long sentNanos, final long plannedNanos, final long value)
    {
        final ByteBuffer memory = lines;
        LONG.set(memory, Long.BYTES, sentNanos);
        LONG.set(memory, 2 * Long.BYTES, plannedNanos);
        for (int word = 3; word <= PAYLOAD_LONGS; word++)
        {
            LONG.set(memory, word * Long.BYTES, value);
        }
        sent++;
        LONG.setRelease(memory, 0, sent);
    }

    @Override
    public void receive(final HopReceiver receiver)
    {
        long next = 1;
        while (!receiver.isDone())
        {
            if (poll(receiver, next))
            {
                next++;
            }
        }
    }

    private boolean poll(final HopReceiver receiver, final long next)
    {
        final ByteBuffer memory = lines;
        if ((long)LONG.getAcquire(memory, 0) != next)
        {
            return false;
        }
        long rest = 0;
        for (int word = 3; word <= PAYLOAD_LONGS; word++)
        {
            rest += (long)LONG.get(memory, word * Long.BYTES);
        }
        receiver.onEvent((long)LONG.get(memory, Long.BYTES), (long)LONG.get(memory, 2 * Long.BYTES), rest);
        LONG.setRelease(memory, RECEIVED, next);
        return true;
    }
}

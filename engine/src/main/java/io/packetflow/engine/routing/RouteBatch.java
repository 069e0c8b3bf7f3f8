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
package io.packetflow.engine.routing;

/**
 * Hot path. Says when the packets that wait for a node are handed over: when there are enough of them, or when the
 * first has waited long enough. Time is what the caller says, so a replay decides alike. One thread; allocates nothing.
 */
public final class RouteBatch
{
    private final int size;
    private final long timeoutNanos;
    private int count;
    private long firstNanos;

    /**
     * Begins empty.
     *
     * @param size packets that are handed over at a time, 1 or more
     * @param timeoutNanos after which fewer are handed over, 0 for at once
     */
    public RouteBatch(final int size, final long timeoutNanos)
    {
        if (size < 1 || timeoutNanos < 0)
        {
            throw new IllegalArgumentException("a batch has 1 packet or more and waits for no negative time: size=" +
                size + " timeoutNanos=" + timeoutNanos);
        }
        this.size = size;
        this.timeoutNanos = timeoutNanos;
    }

    /**
     * Takes a packet.
     *
     * @param nowNanos logical time
     * @return whether the batch is to be handed over, with this packet
     */
    public boolean add(final long nowNanos)
    {
        if (count == 0)
        {
            firstNanos = nowNanos;
        }
        count++;
        return isDue(nowNanos);
    }

    /**
     * Asks between packets.
     *
     * @param nowNanos logical time
     * @return whether the batch is to be handed over
     */
    public boolean isDue(final long nowNanos)
    {
        return count >= size || (count > 0 && nowNanos - firstNanos >= timeoutNanos);
    }

    /**
     * Hands the batch over.
     *
     * @return how many packets it had
     */
    public int take()
    {
        final int taken = count;
        count = 0;
        return taken;
    }
}

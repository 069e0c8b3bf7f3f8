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
package io.packetflow.latency.peers.chain;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongBinaryOperator;

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.BufferClaim;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** Hot path. One step of the chain on a thread of its own: takes messages from a stream and sends them on. */
final class AeronStep implements Runnable, FragmentHandler
{
    private static final int FRAGMENTS = 64;
    private static final int FIRST = 0;
    private static final int SECOND = Long.BYTES;
    private static final int SUM = 2 * Long.BYTES;
    private static final int VALUE = 3 * Long.BYTES;
    private static final int BYTES = 4 * Long.BYTES;

    private final LongBinaryOperator operation;
    private final int operand;
    private final boolean isFirst;
    private final Subscription subscription;
    private final ExclusivePublication next;
    private final Landing landing;
    private final BufferClaim claim = new BufferClaim();
    private volatile boolean isEnding;
    private volatile boolean hasEnded;

    AeronStep(
        final int step, final Subscription subscription, final ExclusivePublication next, final Landing landing)
    {
        this.operation = AeronChain.operation(step);
        this.operand = step == 2 ? FIRST : next == null ? SUM : SECOND;
        this.isFirst = step == 0;
        this.subscription = subscription;
        this.next = next;
        this.landing = landing;
    }

    @Override
    public void run()
    {
        final IdleStrategy waiting = new YieldingIdleStrategy();
        while (!isEnding)
        {
            waiting.idle(subscription.poll(this, FRAGMENTS));
        }
        hasEnded = true;
    }

    @Override
    public void onFragment(final DirectBuffer buffer, final int offset, final int length, final Header header)
    {
        final long value = operation.applyAsLong(buffer.getLong(offset + VALUE), buffer.getLong(offset + operand));
        if (next == null)
        {
            landing.land(value);
            return;
        }
        final long sum = isFirst ? value : buffer.getLong(offset + SUM);
        send(next, claim, buffer.getLong(offset + FIRST), buffer.getLong(offset + SECOND), sum, value);
    }

    /** Sends a message, waiting while there is no room, which the window keeps from happening; its publisher only. */
    static void send(
        final ExclusivePublication publication,
        final BufferClaim claim,
        final long first,
        final long second,
        final long sum,
        final long value)
    {
        while (publication.tryClaim(BYTES, claim) < 0)
        {
            LockSupport.parkNanos(1);
        }
        final MutableDirectBuffer buffer = claim.buffer();
        final int offset = claim.offset();
        buffer.putLong(offset + FIRST, first);
        buffer.putLong(offset + SECOND, second);
        buffer.putLong(offset + SUM, sum);
        buffer.putLong(offset + VALUE, value);
        claim.commit();
    }

    /** Ends the thread, and waits for it: what it reads is about to be unmapped. */
    void end()
    {
        isEnding = true;
        while (!hasEnded)
        {
            LockSupport.parkNanos(1_000_000);
        }
    }
}

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
package io.packetflow.ringbuffers.pressure;

import java.util.Objects;

import io.packetflow.ringbuffers.ring.SlotRing;

/**
 * Hot path. Claims slots of a ring for one producer thread, answers by policy when the ring is full, and counts.
 *
 * <p>Assumption: one thread claims through a gate; several producers of one ring have a gate each. Guarantees: every
 * call adds its slots to {@code claimed}, {@code shed} or {@code rejected}, or is answered {@link #FULL_COME_AGAIN} and
 * adds one to {@code retried}; a call makes at most {@code 1 + retries} attempts, so it never waits for a consumer. The
 * counts lie on a line of their own and may be read by any thread at any time.
 */
public final class ClaimGate extends PaddedClaimCounts
{
    /** Answer of {@link BackPressure#SPIN}: the ring is full, keep the input and come again. */
    public static final long FULL_COME_AGAIN = SlotRing.FULL;

    /** Answer of {@link BackPressure#SHED}: the ring is full, the input is dropped and counted. */
    public static final long SHED = -2;

    /** Answer of {@link BackPressure#REJECT}: the ring is full, the input is refused and counted. */
    public static final long REJECTED = -3;

    /** Most retries inside one call: some ten microseconds of spinning. */
    public static final int RETRIES_MAX = 1_000;

    private final SlotRing ring;
    private final BackPressure policy;
    private final int retries;

    /**
     * Opens a gate that makes one attempt a call.
     *
     * @param ring whose slots are claimed
     * @param policy when it is full
     */
    public ClaimGate(final SlotRing ring, final BackPressure policy)
    {
        this(ring, policy, 0);
    }

    /**
     * Opens a gate.
     *
     * @param ring whose slots are claimed
     * @param policy when it is still full after the last attempt
     * @param retries further attempts inside one call, each after a spin hint, 0 to {@value #RETRIES_MAX}
     * @throws IllegalArgumentException if the retries are out of range
     */
    public ClaimGate(final SlotRing ring, final BackPressure policy, final int retries)
    {
        this.ring = Objects.requireNonNull(ring, "a gate needs a ring: ring=null");
        this.policy = Objects.requireNonNull(policy, "a gate needs a policy: policy=null");
        if (retries < 0 || retries > RETRIES_MAX)
        {
            throw new IllegalArgumentException("a gate retries 0 to " + RETRIES_MAX + " times: retries=" + retries);
        }
        this.retries = retries;
    }

    /**
     * Claims the next slot. Ordering as in {@link SlotRing#tryClaim()}.
     *
     * @return its sequence, or {@link #FULL_COME_AGAIN}, {@link #SHED} or {@link #REJECTED}
     */
    public long claim()
    {
        final long sequence = ring.tryClaim();
        if (sequence < 0)
        {
            return claimSlowPath(1);
        }
        countClaimed(1);
        return sequence;
    }

    /**
     * Claims the next slots, all or none. Ordering as in {@link SlotRing#tryClaim(int)}.
     *
     * @param count of slots, 1 to the ring's capacity
     * @return the highest sequence of the batch, or {@link #FULL_COME_AGAIN}, {@link #SHED} or {@link #REJECTED}
     * @throws IllegalArgumentException if the count is out of range
     */
    public long claim(final int count)
    {
        final long sequence = ring.tryClaim(count);
        if (sequence < 0)
        {
            return claimSlowPath(count);
        }
        countClaimed(count);
        return sequence;
    }

    /** Returns the ring whose slots are claimed. */
    public SlotRing ring()
    {
        return ring;
    }

    /** Returns what this gate does when the ring is full. */
    public BackPressure policy()
    {
        return policy;
    }

    private long claimSlowPath(final int count)
    {
        for (int attempt = 0; attempt < retries; attempt++)
        {
            countRetried();
            Thread.onSpinWait();
            final long sequence = ring.tryClaim(count);
            if (sequence >= 0)
            {
                countClaimed(count);
                return sequence;
            }
        }
        return refuse(count);
    }

    private long refuse(final int count)
    {
        if (policy == BackPressure.SHED)
        {
            countShed(count);
            return SHED;
        }
        if (policy == BackPressure.REJECT)
        {
            countRejected(count);
            return REJECTED;
        }
        countRetried();
        return FULL_COME_AGAIN;
    }
}

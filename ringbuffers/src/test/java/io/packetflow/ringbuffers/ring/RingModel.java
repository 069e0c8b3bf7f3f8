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
package io.packetflow.ringbuffers.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A ring beside the simplest thing that behaves alike: claims as a counter, publication as a list of what is still
 * outstanding, consumers as positions. The consumers are a diamond with a free rider: head, then left and right, then
 * join; and other, which sees what is published.
 */
final class RingModel
{
    private static final int PAYLOAD = 40;
    private static final int HEAD = 0;
    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int JOIN = 3;
    private static final int OTHER = 4;

    private final SlotRingSpec spec;
    private final SlotRing ring;
    private final SplittableRandom random;
    private final SlotConsumer[] consumers;
    private final long[] completed = {-1, -1, -1, -1, -1};
    private final List<Long> outstanding = new ArrayList<>();
    private long claimed = -1;

    RingModel(final SlotRingSpec spec, final SlotRing ring, final SplittableRandom random)
    {
        this.spec = spec;
        this.ring = ring;
        this.random = random;
        final SlotConsumer head = ring.newConsumer("head");
        final SlotConsumer left = ring.newConsumer("left", head);
        final SlotConsumer right = ring.newConsumer("right", head);
        final SlotConsumer join = ring.newConsumer("join", left, right);
        final SlotConsumer other = ring.newConsumer("other");
        ring.gateOn(join, other);
        this.consumers = new SlotConsumer[] {head, left, right, join, other};
    }

    long claimed()
    {
        return claimed;
    }

    /** Does one random operation; returns what was wrong, or null. */
    String step()
    {
        final int choice = random.nextInt(10);
        final String wrong = choice < 3 ? claim() : choice < 6 ? publish() : consume(random.nextInt(consumers.length));
        return wrong != null ? wrong : differs("published", ring.published(), front());
    }

    private String claim()
    {
        final int count = 1 + random.nextInt(spec.capacity());
        final long actual = count == 1 ? ring.tryClaim() : ring.tryClaim(count);
        final long gate = Math.min(completed[JOIN], completed[OTHER]);
        final boolean fits = claimed + count - spec.capacity() <= gate;
        if (fits)
        {
            for (int index = 0; index < count; index++)
            {
                claimed++;
                outstanding.add(claimed);
                ring.slab().putLong(ring.offset(claimed) + PAYLOAD, ~claimed);
            }
        }
        return differs("claim of " + count, actual, fits ? claimed : SlotRing.FULL);
    }

    private String publish()
    {
        if (!outstanding.isEmpty())
        {
            final boolean inOrder = spec.producerMode() == ProducerMode.SINGLE;
            if (inOrder && random.nextBoolean())
            {
                ring.publish(outstanding.get(0), claimed);
                outstanding.clear();
            }
            else
            {
                ring.publish(outstanding.remove(inOrder ? 0 : random.nextInt(outstanding.size())));
            }
        }
        return null;
    }

    private String consume(final int index)
    {
        final SlotConsumer consumer = consumers[index];
        final long available = consumer.available();
        final String wrong = differs(consumer.name() + " available", available, expectedAvailable(index));
        if (wrong != null)
        {
            return wrong;
        }
        for (long sequence = consumer.next(); sequence <= available; sequence++)
        {
            if (ring.slab().getLong(ring.offset(sequence) + PAYLOAD) != ~sequence)
            {
                return "overwritten: sequence=" + sequence;
            }
        }
        if (available >= consumer.next())
        {
            completed[index] = random.nextLong(consumer.next() - 1, available + 1);
            consumer.complete(completed[index]);
        }
        return differs(consumer.name() + " completed", consumer.completed(), completed[index]);
    }

    private long expectedAvailable(final int index)
    {
        return switch (index)
        {
            case LEFT, RIGHT -> completed[HEAD];
            case JOIN -> Math.min(completed[LEFT], completed[RIGHT]);
            default -> spec.publication() == Publication.CURSOR ?
                front() : Math.min(front(), completed[index] + InSlotConsumer.LOOK_AHEAD);
        };
    }

    /** Returns up to where all is published. */
    private long front()
    {
        return outstanding.stream().mapToLong(Long::longValue).min().orElse(claimed + 1) - 1;
    }

    private static String differs(final String what, final long actual, final long expected)
    {
        return actual == expected ? null : what + ": actual=" + actual + " expected=" + expected;
    }
}

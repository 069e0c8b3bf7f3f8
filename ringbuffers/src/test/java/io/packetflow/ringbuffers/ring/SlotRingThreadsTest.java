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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.waiting.WaitStrategy;
import io.packetflow.ringbuffers.waiting.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real threads on small rings, so that every slot is handed over and reused thousands of times. */
@Timeout(60)
class SlotRingThreadsTest
{
    private static final int EVENTS = 40_000;
    private static final int FIRST_WORD = 24;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Arena arena = new Arena(HugePages.OFF);

    @AfterEach
    void stop()
    {
        threads.shutdownNow();
        arena.close();
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldShowAConsumerThreadAllThatWasWrittenBeforePublication(final SlotRingSpec spec) throws Exception
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = ring.newConsumer("consumer");
        ring.gateOn(consumer);

        final Future<Long> wrong = threads.submit(() -> consume(ring, consumer, EVENTS));
        final Future<?> producer = threads.submit(() -> produce(ring, EVENTS));

        producer.get();
        assertThat(wrong.get()).as("slots with a word that is not theirs").isZero();
        assertThat(consumer.completed()).isEqualTo(EVENTS - 1);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldShowADownstreamThreadAllThatItsUpstreamWrote(final SlotRingSpec spec) throws Exception
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer first = ring.newConsumer("first");
        final SlotConsumer second = ring.newConsumer("second", first);
        ring.gateOn(second);

        final Future<Long> wrong = threads.submit(() -> consume(ring, second, EVENTS));
        final Future<Long> rewriter = threads.submit(() -> consume(ring, first, EVENTS));
        final Future<?> producer = threads.submit(() -> produce(ring, EVENTS));

        producer.get();
        assertThat(rewriter.get()).isZero();
        assertThat(wrong.get()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldLetAnotherThreadGoOnWhereTheFirstHasEnded(final SlotRingSpec spec) throws Exception
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = ring.newConsumer("consumer");
        ring.gateOn(consumer);
        final Future<Long> wrong = threads.submit(() -> consume(ring, consumer, EVENTS));

        produce(ring, EVENTS / 2);
        threads.submit(() -> produce(ring, EVENTS / 2)).get();

        assertThat(wrong.get()).isZero();
        assertThat(ring.published()).isEqualTo(EVENTS - 1);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofTwoPublications")
    void shouldLoseNothingOfSeveralProducers(final SlotRingSpec spec) throws Exception
    {
        final SlotRing ring = spec.withProducerMode(ProducerMode.MULTI).create(arena);
        final SlotConsumer consumer = ring.newConsumer("consumer");
        ring.gateOn(consumer);
        final int producerCount = 3;

        final Future<Long> wrong = threads.submit(() -> consume(ring, consumer, EVENTS * producerCount));
        final List<? extends Future<?>> producers = IntStream.range(0, producerCount)
            .mapToObj(index -> threads.submit(() -> produce(ring, EVENTS))).toList();

        for (final Future<?> producer : producers)
        {
            producer.get();
        }
        assertThat(wrong.get()).isZero();
        assertThat(ring.published()).isEqualTo((long)EVENTS * producerCount - 1);
    }

    // Batches of one to three, every word of the slot derived from its sequence.
    private static void produce(final SlotRing ring, final int events)
    {
        final Waiter waiter = WaitStrategy.YIELD.newWaiter();
        int left = events;
        while (left > 0)
        {
            final int count = Math.min(left, 1 + left % 3);
            final long high = ring.tryClaim(count);
            waiter.idle(high == SlotRing.FULL ? 0 : 1);
            if (high != SlotRing.FULL)
            {
                for (long sequence = high - count + 1; sequence <= high; sequence++)
                {
                    write(ring, sequence);
                }
                ring.publish(high - count + 1, high);
                left -= count;
            }
        }
    }

    private static void write(final SlotRing ring, final long sequence)
    {
        final Slab slab = ring.slab();
        final int offset = ring.offset(sequence);
        for (int word = FIRST_WORD; word < ring.strideBytes(); word += Long.BYTES)
        {
            slab.putLong(offset + word, sequence * 1_000 + word);
        }
    }

    private static long consume(final SlotRing ring, final SlotConsumer consumer, final int events)
    {
        final Waiter waiter = WaitStrategy.YIELD.newWaiter();
        long wrong = 0;
        while (consumer.next() < events)
        {
            final long available = consumer.available();
            waiter.idle((int)(available - consumer.next() + 1));
            for (long sequence = consumer.next(); sequence <= available; sequence++)
            {
                wrong += isIntact(ring, sequence) ? 0 : 1;
            }
            consumer.complete(available);
        }
        return wrong;
    }

    private static boolean isIntact(final SlotRing ring, final long sequence)
    {
        final Slab slab = ring.slab();
        final int offset = ring.offset(sequence);
        for (int word = FIRST_WORD; word < ring.strideBytes(); word += Long.BYTES)
        {
            if (slab.getLong(offset + word) != sequence * 1_000 + word)
            {
                return false;
            }
        }
        return true;
    }
}

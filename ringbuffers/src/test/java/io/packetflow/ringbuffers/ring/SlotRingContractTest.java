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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every ring promises, whatever its publication, producers and capacity. */
class SlotRingContractTest
{
    private static final int PAYLOAD = 8;

    private final Arena arena = new Arena(HugePages.OFF);

    @AfterEach
    void closeArena()
    {
        arena.close();
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldHandOverEachPayloadInOrderOverManyLaps(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = wired(ring);

        for (long expected = 0; expected < 5L * spec.capacity(); expected++)
        {
            assertThat(ring.tryClaim()).isEqualTo(expected);
            ring.slab().putLong(ring.offset(expected) + PAYLOAD, expected * 31);
            ring.publish(expected);

            assertThat(consumer.next()).isEqualTo(expected);
            assertThat(consumer.available()).isEqualTo(expected);
            assertThat(ring.slab().getLong(ring.offset(expected) + PAYLOAD)).isEqualTo(expected * 31);
            consumer.complete(expected);
            assertThat(consumer.completed()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldShowNothingBeforePublication(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = wired(ring);

        assertThat(consumer.available()).isLessThan(consumer.next());
        assertThat(ring.published()).isEqualTo(-1);
        final long sequence = ring.tryClaim();

        assertThat(consumer.available()).isLessThan(consumer.next());
        assertThat(ring.published()).isEqualTo(-1);
        ring.publish(sequence);
        assertThat(consumer.available()).isEqualTo(sequence);
        assertThat(ring.published()).isEqualTo(sequence);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldBeFullUntilTheOldestSlotIsCompleted(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = wired(ring);
        fill(ring);

        assertThat(ring.tryClaim()).isEqualTo(SlotRing.FULL);
        assertThat(ring.tryClaim()).isEqualTo(SlotRing.FULL);
        assertThat(consumer.available()).isGreaterThanOrEqualTo(0);
        assertThat(ring.tryClaim()).as("available, but not completed").isEqualTo(SlotRing.FULL);
        consumer.complete(0);

        assertThat(ring.tryClaim()).isEqualTo(spec.capacity());
        assertThat(ring.tryClaim()).isEqualTo(SlotRing.FULL);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldFillUpRatherThanOverwriteBeforeItIsWired(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);

        fill(ring);

        assertThat(ring.tryClaim()).isEqualTo(SlotRing.FULL);
        assertThat(ring.published()).isEqualTo(spec.capacity() - 1);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldClaimBatchesAllOrNone(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = wired(ring);
        final int capacity = spec.capacity();
        assertThat(ring.tryClaim(capacity)).isEqualTo(capacity - 1);
        ring.publish(0, capacity - 1);
        drainTo(consumer, capacity - 1);
        assertThat(ring.tryClaim()).isEqualTo(capacity);
        ring.publish(capacity);

        assertThat(ring.tryClaim(capacity)).as("one slot short").isEqualTo(SlotRing.FULL);
        drainTo(consumer, capacity);

        assertThat(ring.tryClaim(capacity)).isEqualTo(2L * capacity);
        ring.publish(capacity + 1L, 2L * capacity);
        drainTo(consumer, 2L * capacity);
        assertThat(consumer.completed()).isEqualTo(2L * capacity);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldRefuseABatchThatCanNeverFit(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);

        assertThatThrownBy(() -> ring.tryClaim(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a batch holds 1 to capacity slots: count=0 capacity=" + spec.capacity() + " name=ring");
        assertThatThrownBy(() -> ring.tryClaim(spec.capacity() + 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a batch holds 1 to capacity slots: count=" + (spec.capacity() + 1) +
                " capacity=" + spec.capacity() + " name=ring");
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldNeverShowAnUnpublishedSlotWhateverIsClaimedAfterIt(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = wired(ring);
        fill(ring);
        drainTo(consumer, 3);

        assertThat(ring.tryClaim()).isEqualTo(8);
        drainTo(consumer, 7);
        assertThat(ring.tryClaim(5)).as("a claim that looks at the consumers anew").isEqualTo(13);

        assertThat(consumer.available()).isEqualTo(7);
        assertThat(ring.published()).isEqualTo(7);
        ring.publish(8);
        assertThat(consumer.available()).isEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldHoldClaimsBackForTheSlowestOfSeveralConsumers(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer fast = ring.newConsumer("fast");
        final SlotConsumer slow = ring.newConsumer("slow");
        ring.gateOn(fast, slow);
        fill(ring);

        drainTo(fast, 7);
        assertThat(ring.tryClaim()).isEqualTo(SlotRing.FULL);
        drainTo(slow, 1);

        assertThat(ring.tryClaim(2)).isEqualTo(9);
        assertThat(ring.tryClaim()).isEqualTo(SlotRing.FULL);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldShowAChainOnlyWhatTheLinkBeforeCompleted(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer first = ring.newConsumer("first");
        final SlotConsumer second = ring.newConsumer("second", first);
        final SlotConsumer third = ring.newConsumer("third", second);
        ring.gateOn(third);
        fill(ring);

        assertThat(second.available()).isEqualTo(-1);
        drainTo(first, 4);
        assertThat(second.available()).isEqualTo(4);
        assertThat(third.available()).isEqualTo(-1);
        drainTo(second, 2);
        assertThat(third.available()).isEqualTo(2);
        assertThat(ring.tryClaim()).isEqualTo(SlotRing.FULL);
        drainTo(third, 0);
        assertThat(ring.tryClaim()).isEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldShowTheJoinOfADiamondOnlyWhatBothSidesCompleted(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer head = ring.newConsumer("head");
        final SlotConsumer left = ring.newConsumer("left", head);
        final SlotConsumer right = ring.newConsumer("right", head);
        final SlotConsumer join = ring.newConsumer("join", left, right);
        ring.gateOn(join);
        fill(ring);

        drainTo(head, 6);
        drainTo(left, 5);
        assertThat(join.available()).isEqualTo(-1);
        drainTo(right, 2);
        assertThat(join.available()).isEqualTo(2);
        drainTo(right, 6);

        assertThat(join.available()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldGiveEachSlotItsOwnAlignedPlaceInTheSlab(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final Set<Integer> offsets = new HashSet<>();

        for (long sequence = 0; sequence < spec.capacity(); sequence++)
        {
            final int offset = ring.offset(sequence);
            offsets.add(offset);
            assertThat(offset).isEqualTo((int)sequence * ring.strideBytes());
            assertThat(ring.offset(sequence + 3_000_000_000L * spec.capacity())).isEqualTo(offset);
        }

        assertThat(offsets).hasSize(spec.capacity());
        assertThat(ring.slab().capacity()).isEqualTo((long)ring.capacity() * ring.strideBytes());
        assertThat(ring.slab().address() % SlotRingSpec.SLAB_ALIGNMENT).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldLeaveTheSlotsToTheirUsers(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = wired(ring);
        final long sequence = ring.tryClaim();
        final int offset = ring.offset(sequence);
        ring.slab().fill(offset, 16, (byte)0x5A);
        ring.slab().fill(offset + 24L, spec.strideBytes() - 24L, (byte)0x5A);

        ring.publish(sequence);
        drainTo(consumer, sequence);

        for (int field = 0; field < spec.strideBytes(); field += Long.BYTES)
        {
            final long expected = field != spec.sequenceWordOffset() ? 0x5A5A5A5A5A5A5A5AL : 0L;
            assertThat(ring.slab().getLong(offset + field)).as("field=" + field).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldRefuseMisusedSequences(final SlotRingSpec spec)
    {
        final SlotRing ring = spec.create(arena);
        final SlotConsumer consumer = wired(ring);
        ring.publish(ring.tryClaim());
        ring.publish(ring.tryClaim());
        drainTo(consumer, 0);

        assertThatThrownBy(() -> ring.offset(SlotRing.FULL)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a sequence is 0 or more (was a refused claim used?): sequence=-1 name=ring");
        assertThatThrownBy(() -> consumer.complete(2)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a consumer completes what was available to it, once: sequence=2 next=1 available=1 " +
                "name=consumer");
        assertThatThrownBy(() -> consumer.complete(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SlotConsumer wired(final SlotRing ring)
    {
        final SlotConsumer consumer = ring.newConsumer("consumer");
        ring.gateOn(consumer);
        return consumer;
    }

    private static void fill(final SlotRing ring)
    {
        for (int slot = 0; slot < ring.capacity(); slot++)
        {
            final long sequence = ring.tryClaim();
            assertThat(sequence).isNotEqualTo(SlotRing.FULL);
            ring.publish(sequence);
        }
    }

    private static void drainTo(final SlotConsumer consumer, final long last)
    {
        while (consumer.completed() < last)
        {
            final long available = consumer.available();
            assertThat(available).isGreaterThanOrEqualTo(consumer.next());
            consumer.complete(Math.min(available, last));
        }
    }
}

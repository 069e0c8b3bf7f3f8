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

import io.packetflow.layout.memory.Slab;

/**
 * Hot path, but for {@link #newConsumer} and {@link #gateOn}, which are set-up. A ring of equal, 64-byte aligned slots
 * in one slab, passed from producers to consumers by sequence.
 *
 * <p>Producing: claim, write the slot at {@link #offset}, publish.
 * <pre>{@code
 * final long sequence = ring.tryClaim();
 * if (sequence != SlotRing.FULL)
 * {
 *     order.wrap(ring.offset(sequence));
 *     order.priceE4(1_250_000L);
 *     ring.publish(sequence);
 * }
 * }</pre>
 *
 * <p>Assumptions:
 * <ol>
 * <li>Set-up happens in one thread, before the first claim and before the threads that use the ring start:
 * {@link #newConsumer} for each consumer, then {@link #gateOn} once.</li>
 * <li>With {@link ProducerMode#SINGLE} one thread claims and publishes, in the order of its claims. With
 * {@link ProducerMode#MULTI} any thread does, each what it claimed itself, in any order.</li>
 * <li>Every claimed sequence is published, also when its producer changed its mind (it publishes a slot that says
 * so): a hole stops all consumers.</li>
 * <li>Nobody writes a slot but its claimer before publication and its consumers before {@link SlotConsumer#complete};
 * nobody but the ring writes the sequence word of {@link Publication#IN_SLOT}.</li>
 * </ol>
 *
 * <p>Guarantees:
 * <ol>
 * <li>A sequence is claimed once. Claims are dense: 0, 1, 2 and so on over all producers.</li>
 * <li>What the claimer wrote before {@link #publish} is seen by a consumer after its {@link SlotConsumer#available}
 * answered that sequence or a higher one (release and acquire of the cursor, or of the word in the slot).</li>
 * <li>A sequence is never claimed before all consumers completed the sequence one {@link #capacity} below it, and
 * whatever they read or wrote before {@link SlotConsumer#complete} happened before the claim. Before {@link #gateOn}
 * at most one capacity of slots can be claimed, so nothing is overwritten in a ring that was not wired yet.</li>
 * <li>An unpublished slot is never visible, whatever is claimed after it.</li>
 * <li>No method blocks, parks, spins on another thread's progress, allocates or (but for misuse) throws.</li>
 * </ol>
 *
 * <p>Misuse of a sequence (negative, completed twice) is checked while
 * {@link io.packetflow.layout.memory.Slab#BOUNDS_CHECKS} holds. The jcstress tests of {@code latency-tests/concurrency}
 * show guarantees 1 to 4 on real hardware.
 */
public interface SlotRing
{
    /** What a claim answers when the consumers have not freed enough slots: come again, nothing was claimed. */
    long FULL = -1;

    /**
     * Claims the next slot.
     *
     * <p>Ordering: acquire of the last consumers' progress. Writes: the producer's own line (single), or the claim
     * line that the producers share (multi).
     *
     * @return its sequence, or {@link #FULL}
     */
    long tryClaim();

    /**
     * Claims the next slots, all or none. Ordering and writes as in {@link #tryClaim()}.
     *
     * @param count of slots, 1 to {@link #capacity()}
     * @return the highest sequence of the batch (the lowest is that {@code - count + 1}), or {@link #FULL}
     * @throws IllegalArgumentException if the count is out of range
     */
    long tryClaim(int count);

    /**
     * Makes a claimed slot visible to the consumers.
     *
     * <p>Ordering: release of all earlier writes of this thread. Writes: the cursor line or a flag in the table of
     * laps ({@link Publication#CURSOR}), or the slot's own header line ({@link Publication#IN_SLOT}).
     *
     * @param sequence that this thread claimed
     */
    void publish(long sequence);

    /**
     * Makes a batch of claimed slots visible, lowest first. Ordering and writes as in {@link #publish(long)}; with one
     * producer and {@link Publication#CURSOR} it is one store for the whole batch.
     *
     * @param low lowest sequence of the batch
     * @param high highest sequence of the batch
     */
    void publish(long low, long high);

    /**
     * Returns where a sequence's slot lies: plain arithmetic, no memory is read but the ring's constants.
     *
     * @param sequence claimed by this thread, or available to it
     * @return offset of the slot's first byte in {@link #slab()}, in bytes
     */
    int offset(long sequence);

    /** Returns the memory of all slots; it starts at slot 0 and is aligned to 128 bytes. */
    Slab slab();

    /** Returns the number of slots, a power of two. */
    int capacity();

    /** Returns the distance between two slots in bytes, a multiple of 64. */
    int strideBytes();

    /** Returns the ring's name, as given in its specification. */
    String name();

    /**
     * Returns the highest sequence up to which everything is published, -1 before the first. Any thread may ask; the
     * answer was exact at a moment during the call and never falls in one thread's eyes.
     *
     * <p>Ordering: acquire, as {@link SlotConsumer#available}. Cost: one load for one producer and
     * {@link Publication#CURSOR}; else a look at each slot that is not completed yet, so it is for drains and
     * observers, not for a loop over events. Writes nothing.
     */
    long published();

    /**
     * Set-up. Adds a consumer that starts at sequence 0.
     *
     * @param name unique in this ring
     * @param upstream consumers of this ring that must complete a sequence before this one sees it; none: it sees
     *     what is published
     * @return the consumer, to be used by one thread
     * @throws IllegalArgumentException if the name is blank or taken, or an upstream consumer is of another ring
     * @throws IllegalStateException after {@link #gateOn} or after the first claim
     */
    SlotConsumer newConsumer(String name, SlotConsumer... upstream);

    /**
     * Set-up, once and last. Names the consumers that the claims wait for.
     *
     * @param last consumers that nobody is downstream of; together with their upstream they must be all consumers of
     *     the ring, so that none can be overrun
     * @throws IllegalArgumentException if none is given, one is of another ring, or a consumer would not be covered
     * @throws IllegalStateException if called twice or after the first claim
     */
    void gateOn(SlotConsumer... last);
}

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

/**
 * Hot path. One reader's place in a {@link SlotRing}. All methods but {@link #completed} and {@link #name} belong to
 * the one thread that consumes.
 *
 * <p>A duty cycle:
 * <pre>{@code
 * final long available = consumer.available();
 * for (long sequence = consumer.next(); sequence <= available; sequence++)
 * {
 *     onSlot(ring.offset(sequence));
 * }
 * consumer.complete(available); // only where something was available
 * }</pre>
 *
 * <p>Assumption: a thread completes only what was available to it, and each sequence once; a handler that failed has
 * to be dealt with before its sequence is completed. Guarantees: those of {@link SlotRing}; what this consumer wrote
 * into a slot before {@link #complete} is seen by its downstream consumers after their {@link #available}.
 */
public interface SlotConsumer
{
    /**
     * Returns the sequence to process next: one above the last completed. Ordering: plain, own thread only.
     */
    long next();

    /**
     * Returns up to which sequence this consumer may process now, less than {@link #next} when there is nothing. It
     * never falls, and it is at least {@link #next} whenever that sequence is published (or, with upstream consumers,
     * completed by all of them).
     *
     * <p>It may be lower than {@link SlotRing#published()}: with {@link Publication#IN_SLOT} one call looks at a
     * bounded number of slots, so that a long backlog does not delay its first slot.
     *
     * <p>Ordering: acquire of the publication, or of each upstream consumer's progress. Writes: this consumer's own
     * line.
     */
    long available();

    /**
     * Says that all slots up to a sequence are done: their downstream consumers may see them and, after the last of
     * these, a producer may claim them again.
     *
     * <p>Ordering: release of all earlier reads and writes of this thread. Writes: this consumer's progress line (read
     * by downstream consumers and producers) and its own line. Complete once a batch, not once a slot, where latency
     * allows.
     *
     * @param sequence last one done, {@link #next} to the last answer of {@link #available}; one below {@link #next}
     *     changes nothing
     */
    void complete(long sequence);

    /** Returns the last completed sequence, -1 before the first. Ordering: acquire; any thread. */
    long completed();

    /** Returns the consumer's name, unique in its ring. */
    String name();
}

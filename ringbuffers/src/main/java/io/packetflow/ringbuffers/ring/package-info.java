/**
 * Slot rings: the LMAX Disruptor's sequencers, sequences and gating over {@code layout} memory.
 *
 * <p>A {@link io.packetflow.ringbuffers.ring.SlotRing} is a slab of equal slots, claimed and published by sequence. A
 * {@link io.packetflow.ringbuffers.ring.SlotConsumer} is one reader's place in it; its barrier is the publication
 * itself or the progress of other consumers. The last consumers hold the claims back, so that no slot is written again
 * before everybody is done with it. {@link io.packetflow.ringbuffers.ring.SlotRingSpec} describes a ring and creates
 * it.
 *
 * <p>Where the availability of a slot stands decides the cost of a hop between cores, and measurements disagree which
 * place is faster; so both exist behind the one interface ({@link io.packetflow.ringbuffers.ring.Publication}).
 *
 * <p>Sequences start at 0 and never wrap (at a billion a second they last 292 years). Nothing here blocks, parks or
 * allocates after set-up; what to do on a full or an empty ring is said by
 * {@code io.packetflow.ringbuffers.pressure} and {@code io.packetflow.ringbuffers.waiting}.
 *
 * <p>May import: {@code io.packetflow.layout.memory}, {@code com.lmax.disruptor} (this package only). Knows no
 * molecules.
 */
package io.packetflow.ringbuffers.ring;

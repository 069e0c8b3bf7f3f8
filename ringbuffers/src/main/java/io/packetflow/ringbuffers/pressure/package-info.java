/**
 * Explicit back-pressure: what a producer does when its ring is full, and how often it did it.
 *
 * <p>A {@link io.packetflow.ringbuffers.pressure.ClaimGate} stands between one producer thread and a ring, applies a
 * {@link io.packetflow.ringbuffers.pressure.BackPressure} to each refused claim and counts; the answer is a code that
 * the producer acts on, never an exception and never a wait. Nothing is lost that is not counted.
 *
 * <p>May import: {@code io.packetflow.ringbuffers.ring}, {@code io.packetflow.ringbuffers.padding}.
 */
package io.packetflow.ringbuffers.pressure;

/**
 * What a thread does when a turn of its duty cycle found no work.
 *
 * <p>A {@link io.packetflow.ringbuffers.waiting.WaitStrategy} is chosen in the configuration; a
 * {@link io.packetflow.ringbuffers.waiting.Waiter} carries it out, one for each thread. It is one final class that
 * switches on its kind, so that a duty cycle calls it directly, whatever was configured.
 *
 * <p>May import: the JDK and {@code io.packetflow.ringbuffers.padding}. Knows no rings.
 */
package io.packetflow.ringbuffers.waiting;

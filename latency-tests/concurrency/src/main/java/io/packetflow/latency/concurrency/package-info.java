/**
 * jcstress tests of the rings: what two threads may see of each other, on this processor, in every interleaving that
 * the harness can provoke.
 *
 * <p>Each promise of {@link io.packetflow.ringbuffers.ring.SlotRing} has a class that states the allowed outcomes and
 * the actors' steps, and inside it one test for each publication and producer mode. An outcome that is not listed is
 * forbidden, and a forbidden outcome fails the build.
 *
 * <p>May import: {@code io.packetflow.ringbuffers}, {@code io.packetflow.layout.memory}, jcstress.
 */
package io.packetflow.latency.concurrency;

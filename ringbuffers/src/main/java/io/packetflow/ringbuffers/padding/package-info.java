/**
 * Padding against false sharing of heap objects.
 *
 * <p>A class whose hot fields one thread writes inherits
 * {@link io.packetflow.ringbuffers.padding.LeadingPadding}, declares its hot fields in a class of their own, and closes
 * them with a line of trailing bytes in the next class of the chain. Inheritance, because the JVM orders the fields of
 * one class as it likes but never mixes those of a superclass with those of its subclass; bytes, because since JDK 15
 * the JVM fills the gaps that wider fields leave.
 *
 * <p>May import nothing.
 */
package io.packetflow.ringbuffers.padding;

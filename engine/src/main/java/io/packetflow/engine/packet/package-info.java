/**
 * What the code of a packet sees: the contract between handlers and the engine.
 *
 * <p>A {@link io.packetflow.engine.packet.PacketHandler} is made once for a running molecule from a
 * {@link io.packetflow.engine.packet.PacketContext}, which hands it flyweights over the slot (its own area, those of
 * its ionic ancestors, the header, the input) and its resources. From then on the generated code of its node moves the
 * flyweights and calls {@code onInstance()}; a handler reads time only from the header. An
 * {@link io.packetflow.engine.packet.InstanceSource} is what the sequencing node polls: feeds, timers, control, and the
 * {@link io.packetflow.engine.packet.Emitter}s' back edges.
 *
 * <p>May import: layout, ringbuffers, the latency recorder of telemetry. Knows no molecule and no plan.
 */
package io.packetflow.engine.packet;

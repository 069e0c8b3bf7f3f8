/**
 * JFR events of what happens seldom: stalls and hiccups, recovery, takeover, snapshots, faults of a journal.
 *
 * <p>All are named {@code packetflow.X}, in the category PacketFlow, without stack traces, and enabled wherever a
 * recording runs; {@code tuning/jfr/packetflow.jfc} sets them together with what else matters to an engine. Only cold
 * classes commit them, after what they tell of: an event for a message would cost more than the message. All go through
 * {@link io.packetflow.engine.telemetry.event.FlightRecording}, which makes none while nobody records.
 *
 * <p>May import: {@code jdk.jfr}, and the engine's reports.
 */
package io.packetflow.engine.telemetry.event;

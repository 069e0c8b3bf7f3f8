/**
 * What a running engine says of itself: counters, stalls, latency.
 *
 * <p>{@link io.packetflow.engine.telemetry.CountersFile} maps the counters, one writer and one pair of cache lines
 * each, into a file that {@link io.packetflow.engine.telemetry.CountersFileReader} watches from another process, also
 * after the engine's death. {@link io.packetflow.engine.telemetry.CounterRange} gives each module its own type ids.
 * {@link io.packetflow.engine.telemetry.StallMonitor} watches heartbeats from a cold thread.
 *
 * <p>Latency: {@link io.packetflow.engine.telemetry.LatencyRecorder} and
 * {@link io.packetflow.engine.telemetry.FirstOrdersRecorder} are the hot side, written by the node that ends the
 * interval; {@link io.packetflow.engine.telemetry.LatencySampler} takes from them without a pause;
 * {@link io.packetflow.engine.telemetry.LatencyReport} makes tables, logs and pictures, and refuses to where the JVM
 * runs with assertions, because these cost more than what is measured.
 *
 * {@link io.packetflow.engine.telemetry.JitterFloor} measures what the host takes before any code of ours runs.
 *
 * <p>May import: Agrona (buffers, counters), HdrHistogram, XChart, the JDK (AWT for the picture only).
 */
package io.packetflow.engine.telemetry;

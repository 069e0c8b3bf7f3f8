/**
 * Predictions against measurements: {@link io.packetflow.engine.measured.MeasuredBudget} runs a molecule whose packets
 * have code and puts what was measured beside what was predicted, with the error.
 *
 * <p>How it measures: twice on one core, stepped by the calling thread, through the same compiled engine that runs in
 * production. Once as the molecule is, which gives the time of an instance as a whole; once with a stop-watch around
 * each handler, which gives the times of packets. What the stop-watch itself costs is measured on a packet that does
 * nothing, and taken off. Production code has no stop-watches.
 *
 * <p>Cold but for the stop-watches. May import: analysis, chemistry, config, cost, molecule, packet, reactor, and the
 * text table of cli.
 */
package io.packetflow.engine.measured;

/**
 * How long the optimiser takes, and what its steps bring: a round trip between two cores with and without packing, and
 * on one core.
 */
package io.packetflow.latency.benchmarks.optimizer;

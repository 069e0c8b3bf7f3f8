/** Pre-trade checks. */
package io.packetflow.latency.benchmarks.risk;

/** Pre-trade checks, value at risk. */
package io.packetflow.latency.benchmarks.risk;

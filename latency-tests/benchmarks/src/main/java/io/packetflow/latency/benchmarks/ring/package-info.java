/** Rings in one thread. */
package io.packetflow.latency.benchmarks.ring;

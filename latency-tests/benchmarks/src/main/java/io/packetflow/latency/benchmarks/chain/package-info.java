/** A fused chain of packets against the same steps by hand. */
package io.packetflow.latency.benchmarks.chain;

/** What lost against ours, or is what others use: kept, so that it can win again. */
package io.packetflow.latency.benchmarks.alternatives;

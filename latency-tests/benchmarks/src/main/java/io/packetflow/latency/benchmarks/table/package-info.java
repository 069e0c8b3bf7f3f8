/** Off-heap tables. */
package io.packetflow.latency.benchmarks.table;

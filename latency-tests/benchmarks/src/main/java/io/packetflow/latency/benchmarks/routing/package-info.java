/** Routes of packets to nodes. */
package io.packetflow.latency.benchmarks.routing;

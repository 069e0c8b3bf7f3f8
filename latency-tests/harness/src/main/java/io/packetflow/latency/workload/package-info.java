/**
 * The kinds of work of thesis 7.2.2 on the engine: a fused molecule of six packets whose messages are computed with,
 * stored, sent, or each of the three in turn. One thread steps it; both ends of the network are on that thread, too, so
 * that a host with two cores can run it. Uses the engine and {@code layout}, and of the harness only its journal.
 */
package io.packetflow.latency.workload;

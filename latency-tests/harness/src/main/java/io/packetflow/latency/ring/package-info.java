/**
 * Rings side by side: one way, paced, and under full load. Ours with both kinds of publication, a bare cache line, and
 * the stock Disruptor with heap events, all in the same two loops.
 */
package io.packetflow.latency.ring;

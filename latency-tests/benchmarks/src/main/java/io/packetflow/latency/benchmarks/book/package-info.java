/** The order book, one message at a time. */
package io.packetflow.latency.benchmarks.book;

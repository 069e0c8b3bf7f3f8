/** ITCH decoding and OUCH encoding. */
package io.packetflow.latency.benchmarks.codec;

/**
 * Orders against the simulated venue of {@code trading}: what is sent to it, and how long it takes to match. Uses
 * {@code trading} and {@code layout}.
 */
package io.packetflow.latency.matching;

/**
 * What is measured: each scenario is a main class that runs in a JVM of its own and prints one line of JSON a result.
 * {@code latency-tests/README.md} says how they are run side by side and what they gave.
 */
package io.packetflow.latency.scenario;

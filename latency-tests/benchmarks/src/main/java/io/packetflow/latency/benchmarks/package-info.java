/**
 * JMH benchmarks of the operations that take nanoseconds. They run on the CPU that the engine's planner would choose,
 * with the flags of the launcher when the bench command runs them.
 */
package io.packetflow.latency.benchmarks;

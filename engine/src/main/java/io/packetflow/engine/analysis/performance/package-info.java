/**
 * Execution time and throughput (thesis section 6.2). A {@link io.packetflow.engine.analysis.performance.Deployment} is
 * what performance depends on of a plan; a {@link io.packetflow.engine.analysis.performance.Schedule} sends one
 * instance through it, {@link io.packetflow.engine.analysis.performance.CriticalPath} says what its latency is made
 * of, {@link io.packetflow.engine.analysis.performance.Throughput} where its bottleneck is, and {@link
 * io.packetflow.engine.analysis.performance.LatencyFloor} what no plan can be faster than. Figures are predictions
 * from a {@link io.packetflow.engine.cost.CostModel}, medians without load, with every packet firing.
 *
 * <p>Cold throughout. May import: analysis.order, cost, molecule, plan, affinity.
 */
package io.packetflow.engine.analysis.performance;

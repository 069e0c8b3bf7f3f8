/**
 * Where a reactor sends its packets (thesis section 3.4, appendix D; requirements R2, R3).
 *
 * <p>Off the hot path: a {@link io.packetflow.engine.routing.RoutingPlan} has the nodes of a reactor, each a pinned
 * core with a {@link io.packetflow.engine.routing.Specialisation}, and its policies. {@link
 * io.packetflow.engine.routing.ChemicalRouting} is algorithm 3.1, which decides wherever the thesis has several
 * formulas: {@code alpha * affinity - beta * load - gamma * latency}. {@link
 * io.packetflow.engine.routing.RoutingCompiler} evaluates plan and loads once and writes every answer down.
 *
 * <p>On the hot path: the {@link io.packetflow.engine.routing.RoutingTable} finds the node of a packet by a few
 * array reads, whatever the policy; {@link io.packetflow.engine.routing.RoutingSwitch} changes the table for another
 * one between two sequences; {@link io.packetflow.engine.routing.RouteBatch} says when a batch is due. They allocate
 * nothing, and no class of them has cold code.
 *
 * <p>May import: periodic, cost, affinity (topology), Agrona. It does not know the language, which makes its plans.
 */
package io.packetflow.engine.routing;

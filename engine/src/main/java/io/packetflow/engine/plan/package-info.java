/**
 * The plan: which packet runs in which stage, on which node, on which core, behind which barriers, over which slot
 * layout. A plan is data: it is printed, compared and checked before anything runs.
 *
 * <p>How {@link io.packetflow.engine.plan.ReactorPlanner} decides: covalent packets (and what lies between them) are
 * one unit; units are placed on nodes by the grouping and the number of nodes; units of one node are fused into a
 * stage as far as the grouping allows and no path between them leaves the node; a stage's barriers are the stages of
 * its packets' ionic predecessors, or the ring's publication where it has none. The barrier graph is the bond graph,
 * so causal order holds by construction, and a contracted cycle cannot arise.
 *
 * <p>Cold throughout. May import: molecule, periodic, layout.record, ringbuffers (specifications), affinity.
 */
package io.packetflow.engine.plan;

/**
 * Which node runs on which CPU: demands in, a plan out, by rules that can be checked against any topology.
 *
 * <p>{@link io.packetflow.affinity.plan.CorePlanner} places {@link io.packetflow.affinity.plan.CoreDemand}s on a
 * {@link io.packetflow.affinity.topology.CpuTopology} and answers with a {@link io.packetflow.affinity.plan.CorePlan}:
 * data that is compared by value, printed, kept as text, reviewed and pinned. The
 * {@link io.packetflow.affinity.plan.CoreRule}s hold for what the planner chose and for what a configuration pinned
 * alike; a refusal lists every violation with rule, place and remedy. The same input gives the same plan.
 *
 * <p>How the planner goes about it: each socket is tried as the home of the critical path; on each, pinned nodes come
 * first, then one physical core per socket is set aside for housekeeping, then spinning nodes each get a physical core
 * of their own (isolated ones first, in one NUMA node and L3 group where they fit), then the nodes that yield get what
 * is left. The best attempt wins. What it decided is then checked by the same code that checks plans from elsewhere.
 *
 * <p>May import: {@code topology}. Knows no threads and nothing of the engine: a node is a name.
 */
package io.packetflow.affinity.plan;

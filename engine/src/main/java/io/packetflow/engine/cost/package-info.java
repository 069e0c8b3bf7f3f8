/**
 * What work costs: packets as the program declares or somebody measured them ({@link
 * io.packetflow.engine.cost.PacketCost}), the engine's own steps on a host ({@link
 * io.packetflow.engine.cost.HostCosts}), both in one {@link io.packetflow.engine.cost.CostModel}. The chemistry's
 * formulas, the analysis of paths and bottlenecks and the optimiser all predict from the same model, and say whether a
 * figure was measured, declared or assumed.
 *
 * <p>Cold throughout. May import: molecule.
 */
package io.packetflow.engine.cost;

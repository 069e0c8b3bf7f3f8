/**
 * The optimiser (thesis algorithm 3.2): relaxes bonds that nobody needs, puts packets together that talk a lot, parts
 * what one core cannot do, packs what other cores read, one step at a time, the one with the largest predicted gain
 * first, until none is worth it. {@link io.packetflow.engine.optimizer.Optimiser} is a pure function of a {@link
 * io.packetflow.engine.molecule.MolecularStructure}, a {@link io.packetflow.engine.cost.CostModel} and {@link
 * io.packetflow.engine.optimizer.OptimiserOptions}; an {@link io.packetflow.engine.optimizer.Optimisation} lists the
 * steps, changes a {@link io.packetflow.engine.molecule.Molecule} and asks the planner for what it found.
 *
 * <p>How it stays fast: bonds are indexed once a structure, a placement is an array of numbers, and a prediction costs
 * less than a plan; candidates that did not pay are asked again only when no other one does. What it predicts is what
 * the planner makes of the same placement, and a test holds the two together.
 *
 * <p>What it may not do: weaken a strict bond or one of a Journal; relax what is not declared to be safe ({@link
 * io.packetflow.engine.optimizer.PacketConduct}); part control flow; bring together what is kept apart, or part
 * packets so that they may wait for each other for ever. Replicas are not made: no stage of the engine takes a share
 * of the instances yet.
 *
 * <p>Cold throughout. May import: molecule, periodic, cost, chemistry, analysis, plan, packet, layout.record, and the
 * text table of cli.
 */
package io.packetflow.engine.optimizer;

/**
 * Reactions of molecules (thesis section 3.2.4) as pure functions: {@link
 * io.packetflow.engine.chemistry.reaction.Synthesis}, {@link io.packetflow.engine.chemistry.reaction.Decomposition} and
 * {@link io.packetflow.engine.chemistry.reaction.Substitution} on structures, {@link
 * io.packetflow.engine.chemistry.reaction.MoleculeReactions} on molecules with their handlers. Catalysis is the
 * optimiser's; it answers a {@link io.packetflow.engine.chemistry.reaction.Reaction} too, so that {@link
 * io.packetflow.engine.chemistry.reaction.Conservation} (theorem 6.12) can hold any reaction to the three laws.
 *
 * <p>Cold throughout. May import: chemistry.structure, chemistry.property, periodic, packet, molecule, cost.
 */
package io.packetflow.engine.chemistry.reaction;

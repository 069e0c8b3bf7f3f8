/**
 * Contracts and refinement (thesis section 6.4). Packets and molecules declare {@code requires} and {@code ensures},
 * each a conjunction of {@link io.packetflow.engine.analysis.contract.Conditions} that limit fields to intervals;
 * {@link io.packetflow.engine.analysis.contract.ContractCheck} holds the packets of a molecule together, {@link
 * io.packetflow.engine.analysis.contract.MoleculeContract} molecules, {@link
 * io.packetflow.engine.analysis.contract.Refinement} says whether one may take another's place. Nothing is looked up
 * in code: a contract is what is declared, and tests hold handlers to it.
 *
 * <p>Cold throughout. May import: analysis.order, molecule.
 */
package io.packetflow.engine.analysis.contract;

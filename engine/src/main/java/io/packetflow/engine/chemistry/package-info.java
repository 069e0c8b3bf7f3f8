/**
 * The chemistry (thesis sections 3.1 to 3.3 and theorem 6.12): pure functions over a {@link
 * io.packetflow.engine.molecule.MolecularStructure} and a {@link io.packetflow.engine.cost.CostModel}. Where the thesis
 * leaves a factor open, the record that holds the quantity says what it means here: formula, unit, range.
 *
 * <p>{@code structure} indexes, {@code property} describes single packets, {@code stability} bonds and what they hold
 * together, {@code emergent} what the whole has, {@code orbital} who belongs together, {@code dependency} what bonds
 * mean, {@code reaction} how molecules change. {@link io.packetflow.engine.chemistry.ChemistryReport} collects it all
 * for one molecule. Everything is immutable, deterministic, and bounded where counting exactly would take exponential
 * time; what is estimated says so.
 *
 * <p>Cold throughout. May import: periodic, molecule, cost, plan, and the text table of cli. Nothing on the hot path
 * knows it.
 */
package io.packetflow.engine.chemistry;

/**
 * The molecule model (thesis §3.1, §3.2): packets, bonds, molecules, immutable and checked when they are built.
 *
 * <p>A {@link io.packetflow.engine.molecule.Molecule} is a set of {@link io.packetflow.engine.molecule.Packet}s, each
 * an element of the periodic table with a trigger, an area of the slot that it writes and a handler, joined by
 * {@link io.packetflow.engine.molecule.Bond}s. {@link io.packetflow.engine.molecule.BondGraph} answers what the bonds
 * imply: order, ancestors, which packets must form one stage. {@link io.packetflow.engine.molecule.MoleculeRules} lists
 * every broken rule at once; nothing that breaks one is ever planned.
 *
 * <p>Cold throughout. May import: periodic, packet, layout, JGraphT. Knows no plan, no ring, no thread.
 */
package io.packetflow.engine.molecule;

/**
 * Which packets belong together and which apart (thesis section 3.3.4): each pair is bonding, antibonding or neither,
 * and sets of packets that all get on are hybrid orbitals. Hints for the optimiser, with reasons and nanoseconds.
 *
 * <p>Cold throughout. May import: chemistry.structure, chemistry.property, periodic, molecule, cost.
 */
package io.packetflow.engine.chemistry.orbital;

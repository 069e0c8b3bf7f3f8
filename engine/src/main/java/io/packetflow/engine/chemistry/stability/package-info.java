/**
 * What holds a molecule together and what pulls it apart (thesis sections 3.2.2, 3.3.2 and 3.3.3): strength and energy
 * of its bonds, contention of its packets and how likely they fail (theorem 3.3), stability and theorem 3.4, and
 * resonance, the number of its placements.
 *
 * <p>Cold throughout. May import: chemistry.structure, chemistry.property, periodic, molecule, cost.
 */
package io.packetflow.engine.chemistry.stability;

/**
 * What a molecule has and no packet of it (thesis section 3.2.3): throughput, fault tolerance, resource efficiency.
 *
 * <p>Cold throughout. May import: chemistry.structure, chemistry.stability, molecule, cost.
 */
package io.packetflow.engine.chemistry.emergent;

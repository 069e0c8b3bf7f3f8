/**
 * What failures a molecule survives (thesis section 6.3): {@link io.packetflow.engine.analysis.fault.Resilience}
 * packets that stop, {@link io.packetflow.engine.analysis.fault.ByzantineBound} members of a consensus that lie.
 *
 * <p>Cold throughout. May import: analysis.order, molecule, periodic, JGraphT.
 */
package io.packetflow.engine.analysis.fault;

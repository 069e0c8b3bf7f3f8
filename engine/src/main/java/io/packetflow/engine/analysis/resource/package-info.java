/**
 * Resource safety and deadlock freedom (thesis definition 6.3, theorem 6.3). {@link
 * io.packetflow.engine.analysis.resource.ResourceSafety} asks of one {@link
 * io.packetflow.engine.analysis.resource.Placement} whether packets can wait for each other for ever: first the
 * resource graph, an edge from what a packet holds to what it acquires; where that has cycles, a bounded search for a
 * deadlock that can happen. A packet acquires its resources in the order in which it lists them and holds them until
 * it completes.
 *
 * <p>Cold throughout. May import: analysis.order, molecule, plan, JGraphT.
 */
package io.packetflow.engine.analysis.resource;

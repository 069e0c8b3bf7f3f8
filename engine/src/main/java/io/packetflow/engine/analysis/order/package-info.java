/**
 * The order that bonds imply (thesis definition 6.2, theorem 6.2): {@link
 * io.packetflow.engine.analysis.order.CausalOrder} says what must complete before what, {@link
 * io.packetflow.engine.analysis.order.ExecutionCheck} holds recorded executions against it.
 *
 * <p>Cold throughout. May import: molecule.
 */
package io.packetflow.engine.analysis.order;

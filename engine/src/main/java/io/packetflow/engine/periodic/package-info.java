/**
 * The periodic table of computational packets (thesis section 3.1): six groups, 24 elements.
 *
 * <p>{@link io.packetflow.engine.periodic.PeriodicGroup} holds what the thesis says of a group: electron configuration,
 * characteristic properties, the formal rule that the checker turns into diagnostics (P1, P2 of the requirements), and
 * its reactivity (P3), which is the polling order on a node that several groups share.
 * {@link io.packetflow.engine.periodic.Element} is one kind of packet. Both are plain immutable data.
 *
 * <p>May import: the JDK only. Everything else in the engine may import this package.
 */
package io.packetflow.engine.periodic;

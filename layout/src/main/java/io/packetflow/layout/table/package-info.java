/**
 * Hot path. Tables of fixed capacity over off-heap memory: what outlives an instance (orders, positions, limits) is
 * kept in them by the one node that owns it. Content decides a table's state hash; capacity and insertion order do not.
 *
 * <p>May import {@code layout.memory}, {@code layout.state} and the JDK.
 */
package io.packetflow.layout.table;

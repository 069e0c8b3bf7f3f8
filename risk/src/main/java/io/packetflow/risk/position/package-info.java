/**
 * Positions and profit from fills, in exact integers.
 *
 * <p>{@link io.packetflow.risk.position.PositionTable} books fills at average cost. One thread owns it; whoever needs
 * positions elsewhere keeps a table of its own from the same fills, and the state hashes must agree.
 *
 * <p>May import {@code layout} and {@code risk.limit} (ranges, hashing). Knows no orders.
 */
package io.packetflow.risk.position;

/**
 * The floor: the same work as the TradingEngine in hand-written loops, without slots, areas, plan or reactor. What the
 * engine adds to it is the engine's tax.
 *
 * <p>It uses the same books, strategy, checks, encoder and simulated venue, takes their answers in the same order of
 * logical time, and so sends the same orders byte for byte, which {@link io.packetflow.latency.floor.OrderStreamHash}
 * shows.
 */
package io.packetflow.latency.floor;

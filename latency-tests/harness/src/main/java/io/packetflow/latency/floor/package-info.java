/**
 * The floor: the same work as the TradingEngine in one hand-written loop, without slots, areas, plan or reactor. What
 * the engine adds to it is the engine's tax.
 *
 * <p>It uses the same books, strategy, checks, encoder and simulated venue, so that both send the same orders, which
 * the scenarios check.
 */
package io.packetflow.latency.floor;

/**
 * Order gateways: how orders leave and how their answers come back, one package for each venue protocol.
 *
 * <p>A gateway package holds the protocol's layouts (offsets with bit rulers), an encoder and a decoder over
 * {@link io.packetflow.layout.memory.Slab}, and nothing of a session: sessions, risk and strategies are built on top.
 *
 * <p>May import: {@code layout}. Knows no strategy, no book, no venue simulation.
 */
package io.packetflow.trading.gateway;

/**
 * OUCH 5.0, Nasdaq's order entry protocol: big-endian, no alignment, a type byte first, optional appendages last.
 *
 * <p>{@link io.packetflow.trading.gateway.ouch.OuchInboundLayout} and
 * {@link io.packetflow.trading.gateway.ouch.OuchOutboundLayout} are the byte rulers ("inbound" is towards the venue,
 * as the specification says). The client side is {@link io.packetflow.trading.gateway.ouch.OuchEncoder} and
 * {@link io.packetflow.trading.gateway.ouch.OuchDecoder}; the venue side, for simulators and tests, is
 * {@link io.packetflow.trading.gateway.ouch.OuchVenueDecoder} and
 * {@link io.packetflow.trading.gateway.ouch.OuchVenueEncoder}.
 * {@link io.packetflow.trading.gateway.ouch.OuchLengths} says how long a message is,
 * {@link io.packetflow.trading.gateway.ouch.OuchAppendage} walks the optional fields.
 *
 * <p>Design note: symbols travel as longs whose little-endian store gives the eight ASCII bytes
 * ({@link io.packetflow.trading.gateway.ouch.OuchSymbol}), and everything that is constant in a session (time in
 * force, capacity, the appendage, half of the client order id) is folded into three long constants by
 * {@link io.packetflow.trading.gateway.ouch.OuchOrderTerms}, so that an order is written by eight plain stores.
 *
 * <p>May import: {@code layout}.
 */
package io.packetflow.trading.gateway.ouch;

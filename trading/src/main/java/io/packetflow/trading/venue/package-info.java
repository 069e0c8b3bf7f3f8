/**
 * A venue to trade against without one: a deterministic fill model that speaks OUCH 5.0, and a market to feed it.
 *
 * <p>{@link io.packetflow.trading.venue.SimulatedVenue} takes the client's messages and the inside of the public market
 * and answers with acknowledgements and fills after a fixed latency in logical time; without it positions would never
 * move. {@link io.packetflow.trading.venue.OutboundQueue} is where its answers wait.
 * The simulate command writes generated markets to files
 * ({@code io.packetflow.trading.venue.generator}).
 *
 * <p>Everything here is a function of its inputs: no clock, no thread, no random source without a seed.
 *
 * <p>May import: {@code layout}, {@code trading.gateway.ouch}; picocli in the command only.
 */
package io.packetflow.trading.venue;

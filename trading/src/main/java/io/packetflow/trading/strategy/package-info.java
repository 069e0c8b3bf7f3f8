/**
 * Trading strategies: from the inside of a market, and what became of earlier orders, to order intents.
 *
 * <p>{@link io.packetflow.trading.strategy.MarketMaker} quotes both sides of every symbol; it is configured by
 * {@link io.packetflow.trading.strategy.MarketMakerConfig}, its state lies in one cache line a symbol
 * ({@link io.packetflow.trading.strategy.MarketMakerLayout}) and is read cold by
 * {@link io.packetflow.trading.strategy.MarketMakerReport}.
 *
 * <p>A strategy knows no wire format, no risk limits and no clock: symbols are dense indices (stock locates), time is
 * what its caller's instances say, and what it wants are primitive intents that others check and encode.
 *
 * <p>May import: {@code layout}.
 */
package io.packetflow.trading.strategy;

/**
 * A market generator: valid ITCH 5.0 of any length from a seed, with a book that is consistent at every message.
 *
 * <p>{@link io.packetflow.trading.venue.generator.MarketGenerator} writes one message at a time where its caller wants
 * it; {@link io.packetflow.trading.venue.generator.GeneratedFeed} frames them into memory or a file. What a market
 * looks like is {@link io.packetflow.trading.venue.generator.GeneratorConfig}. The book behind the messages is
 * {@code GeneratedBook}: price levels in a window of ticks around a mean-reverting middle, orders in time priority.
 *
 * <p>Design note: all arithmetic is on integers, the logarithm of the exponential gaps included, and the random source
 * is written out here; so a seed gives the same bytes on every JDK and host.
 *
 * <p>May import: {@code layout}, {@code trading.feed.itch}.
 */
package io.packetflow.trading.venue.generator;

/**
 * Full-depth order books of thousands of symbols, off-heap, one writer, no allocation.
 *
 * <p>{@link io.packetflow.trading.book.OrderBooks} is what others see: orders come and go by reference, and each
 * operation tells whether the inside of its symbol changed. Under it lie one hash table of live orders
 * ({@code OrderTable}) and, for each side of each symbol, one array of price levels with the best last
 * ({@code PriceLevels}). {@link io.packetflow.trading.book.ItchBookProcessor} turns ITCH messages into operations and
 * keeps what the feed says about symbols ({@link io.packetflow.trading.book.MarketStates}).
 *
 * <p>May import: {@code layout.memory}, {@code layout.state}, {@code feed.itch}. Knows no files, no strategies,
 * no orders of our own.
 */
package io.packetflow.trading.book;

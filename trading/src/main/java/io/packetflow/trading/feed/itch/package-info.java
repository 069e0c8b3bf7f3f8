/**
 * Nasdaq TotalView-ITCH 5.0: where each field of each of the 23 messages lies, and how it is read and written.
 *
 * <p>{@link io.packetflow.trading.feed.itch.ItchLayout} knows types, lengths and offsets.
 * {@link io.packetflow.trading.feed.itch.ItchDecoder} and {@link io.packetflow.trading.feed.itch.ItchEncoder} read and
 * write order and trade messages in place, in static methods without state, so that a loop over a feed allocates
 * nothing and the JIT sees plain loads. Messages that come a few times a day are records
 * ({@link io.packetflow.trading.feed.itch.ItchAdminMessage}).
 * {@link io.packetflow.trading.feed.itch.ItchChecks} counts what comes and turns away what is malformed.
 *
 * <p>May import: {@code layout.memory}. Knows no files, no books, no strategies.
 */
package io.packetflow.trading.feed.itch;

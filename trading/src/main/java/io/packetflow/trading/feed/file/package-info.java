/**
 * Recorded feeds on disk, in Nasdaq's BinaryFILE framing: an unsigned 16-bit big-endian length, then that many bytes of
 * message; length 0 ends the session.
 *
 * <p>{@link io.packetflow.trading.feed.file.ItchFile} opens a file (cold) into off-heap memory: whole up to 1.5 GiB,
 * segment by segment above. {@link io.packetflow.trading.feed.file.ItchFileCursor} walks over its messages (hot).
 * {@link io.packetflow.trading.feed.file.FeedSummary} says afterwards what was in it and what was wrong with it.
 *
 * <p>May import: {@code layout.memory}, {@code feed.itch}. Knows no books.
 */
package io.packetflow.trading.feed.file;

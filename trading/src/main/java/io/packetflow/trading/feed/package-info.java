/**
 * What a person does with a recorded feed: rebuild its books, list how the inside moved, and read what was in it
 * ({@code packetflow book}).
 *
 * <p>{@link io.packetflow.trading.feed.BookReport} does the work and knows no command line;
 * {@link io.packetflow.trading.feed.BookCommand} is its command line. Codecs and files are in {@code feed.itch} and
 * {@code feed.file}, books in {@code book}; all of them may be imported here, and this package by none of them.
 */
package io.packetflow.trading.feed;

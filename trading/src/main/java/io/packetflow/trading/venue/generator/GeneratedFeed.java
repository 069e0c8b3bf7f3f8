/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.trading.venue.generator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.file.ItchFile;

/**
 * Cold path. A generated day as a whole: in memory, for the embedded feed and for benchmarks, or in a file of any
 * length.
 */
public final class GeneratedFeed implements AutoCloseable
{
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int ALIGNMENT = 4096;
    private static final String PART_SUFFIX = ".part";

    private final Slab slab;
    private final long length;
    private final long messages;
    private final Arena own;

    private GeneratedFeed(final Arena own, final Slab slab, final long length, final long messages)
    {
        this.own = own;
        this.slab = slab;
        this.length = length;
        this.messages = messages;
    }

    /**
     * Generates a day into memory of its own.
     *
     * @param config of the market
     * @return the feed; its memory is freed when it is closed
     */
    public static GeneratedFeed inMemory(final GeneratorConfig config)
    {
        final Arena own = new Arena(HugePages.OFF);
        try
        {
            return generate(config, own, own);
        }
        catch (final RuntimeException | Error e)
        {
            own.close();
            throw e;
        }
    }

    /**
     * Generates a day into memory of its exact size. It is generated twice, first to learn the size, so that the memory
     * need not be guessed.
     *
     * @param config of the market
     * @param arena that gives the memory of the feed; the generator's own books are freed before this returns
     * @return the feed; there is no need to close it
     */
    public static GeneratedFeed inMemory(final GeneratorConfig config, final Arena arena)
    {
        return generate(config, arena, null);
    }

    private static GeneratedFeed generate(final GeneratorConfig config, final Arena arena, final Arena own)
    {
        final long length = length(config);
        final Slab slab = arena.allocate(length + FeedFramer.SLACK, ALIGNMENT);
        try (Arena books = new Arena(HugePages.WHERE_GRANTED))
        {
            final FeedFramer framer = new FeedFramer(config, books, slab);
            framer.fill(0);
            return new GeneratedFeed(own, slab, length, framer.generator().written());
        }
    }

    /**
     * Generates a day into a file. The file appears when all of it is written, for a feed that ends in the middle looks
     * like a valid short one; until then it grows beside its place, under a name that ends in {@code .part}. What is no
     * regular file, such as a pipe or a device, is written as it stands.
     *
     * @param config of the market
     * @param file to write
     * @param overwrite whether an existing file is replaced
     * @param progress told now and then, and at the end, how many messages are written
     * @return bytes written
     * @throws FileAlreadyExistsException if the file exists and must not be replaced
     * @throws IOException if it cannot be written; then the place is as it was before
     */
    public static long toFile(
        final GeneratorConfig config, final Path file, final boolean overwrite, final LongConsumer progress)
        throws IOException
    {
        final boolean exists = Files.exists(file);
        if (exists && !overwrite)
        {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (exists && !Files.isRegularFile(file))
        {
            return write(config, file, progress);
        }
        final Path place = exists ? file.toRealPath() : file;
        final Path part = place.resolveSibling(place.getFileName() + PART_SUFFIX);
        try
        {
            final long length = write(config, part, progress);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
            return length;
        }
        finally
        {
            Files.deleteIfExists(part);
        }
    }

    private static long write(final GeneratorConfig config, final Path file, final LongConsumer progress)
        throws IOException
    {
        try (FileChannel channel = FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            Arena arena = new Arena(HugePages.WHERE_GRANTED))
        {
            return stream(config, arena, channel, progress);
        }
    }

    /**
     * Returns the feed as if it were a file.
     *
     * @param name under which reports speak of it
     * @return a view with a place of its own in it; closing it frees nothing
     */
    public ItchFile file(final String name)
    {
        return ItchFile.inMemory(name, slab, length);
    }

    /** Frees the memory if it is the feed's own. */
    @Override
    public void close()
    {
        if (own != null)
        {
            own.close();
        }
    }

    /** Returns the memory that holds the feed from byte 0 on. */
    public Slab slab()
    {
        return slab;
    }

    /** Returns the length of the feed in bytes. */
    public long length()
    {
        return length;
    }

    /** Returns how many messages it has. */
    public long messages()
    {
        return messages;
    }

    private static long length(final GeneratorConfig config)
    {
        try (Arena arena = new Arena(HugePages.WHERE_GRANTED))
        {
            final FeedFramer framer = new FeedFramer(config, arena, arena.allocate(CHUNK_BYTES, ALIGNMENT));
            long length = 0;
            while (!framer.isDone())
            {
                length += framer.fill(0);
            }
            return length;
        }
    }

    private static long stream(
        final GeneratorConfig config, final Arena arena, final FileChannel channel, final LongConsumer progress)
        throws IOException
    {
        final Slab chunk = arena.allocate(CHUNK_BYTES, ALIGNMENT);
        final FeedFramer framer = new FeedFramer(config, arena, chunk);
        final byte[] bytes = new byte[CHUNK_BYTES];
        long length = 0;
        while (!framer.isDone())
        {
            final int filled = (int)framer.fill(0);
            chunk.getBytes(0, bytes, 0, filled);
            final ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, filled);
            while (buffer.hasRemaining())
            {
                length += channel.write(buffer);
            }
            progress.accept(framer.generator().written());
        }
        return length;
    }
}

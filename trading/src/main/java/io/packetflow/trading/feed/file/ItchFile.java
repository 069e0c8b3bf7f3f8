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
package io.packetflow.trading.feed.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;

/**
 * Cold path. A recorded feed in off-heap memory, pre-touched. A file of up to {@link #MAX_RESIDENT_BYTES} is read
 * whole, so that walking over it does no input at all; a larger one (a full Nasdaq day has about 10 GB) is read in
 * segments of {@link #SEGMENT_BYTES} as the cursor comes to their ends.
 */
public final class ItchFile implements AutoCloseable
{
    /** Largest file that is held whole in memory. */
    public static final long MAX_RESIDENT_BYTES = 3L << 29;
    /** How much of a larger file is in memory at a time. */
    public static final int SEGMENT_BYTES = 1 << 26;
    /** Smallest segment: the longest frame fits. */
    public static final int MIN_SEGMENT_BYTES = 1 << 17;

    /**
     * Bytes behind the last one that may be read: readers take a message in whole words, up to 56 bytes whatever its
     * length, and the shortest message has 12.
     */
    public static final int PADDING_BYTES = 48;

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int ALIGNMENT = 64;

    private final Path path;
    private final FileChannel channel;
    private final long length;
    private final Arena arena;
    private final Slab slab;
    private final long capacity;
    private final byte[] chunk;
    private long readBytes;

    private ItchFile(
        final Path path, final FileChannel channel, final long length, final long capacity, final HugePages hugePages)
    {
        this.path = path;
        this.channel = channel;
        this.length = length;
        this.capacity = capacity;
        this.chunk = new byte[CHUNK_BYTES];
        this.arena = new Arena(hugePages);
        this.slab = arena.allocate(capacity + PADDING_BYTES, ALIGNMENT);
    }

    private ItchFile(final Path name, final Slab slab, final long length)
    {
        this.path = name;
        this.channel = null;
        this.length = length;
        this.capacity = length;
        this.chunk = new byte[0];
        this.arena = null;
        this.slab = slab;
        this.readBytes = length;
    }

    /**
     * Takes a feed that lies in memory already, such as a generated one. Several may share the same memory.
     *
     * @param name under which reports speak of it
     * @param slab that holds it from byte 0 on, and {@link #PADDING_BYTES} more; closed by its owner
     * @param length of the feed in bytes
     * @return the feed; closing it frees nothing
     * @throws FeedException if the memory is too small or the feed is empty
     */
    public static ItchFile inMemory(final String name, final Slab slab, final long length)
    {
        if (length < 1 || length + PADDING_BYTES > slab.capacity())
        {
            throw new FeedException(name + " must have a byte, and its memory " + PADDING_BYTES + " bytes more: " +
                "length=" + length + " capacity=" + slab.capacity());
        }
        return new ItchFile(Path.of(name), slab, length);
    }

    /**
     * Opens a file.
     *
     * @param path of the file
     * @param hugePages whether to ask for them
     * @return the file, its beginning in memory
     * @throws FeedException if it is missing, a directory, empty, compressed, or cannot be read
     */
    public static ItchFile open(final Path path, final HugePages hugePages)
    {
        return open(path, hugePages, MAX_RESIDENT_BYTES, SEGMENT_BYTES);
    }

    /**
     * Opens a file with limits of one's own.
     *
     * @param path of the file
     * @param hugePages whether to ask for them
     * @param maxResidentBytes up to which it is read whole
     * @param segmentBytes in memory at a time if it is larger, {@link #MIN_SEGMENT_BYTES} or more
     * @return the file, its beginning in memory
     * @throws FeedException if it is missing, a directory, empty, compressed, or cannot be read
     */
    public static ItchFile open(
        final Path path, final HugePages hugePages, final long maxResidentBytes, final int segmentBytes)
    {
        if (segmentBytes < MIN_SEGMENT_BYTES)
        {
            throw new IllegalArgumentException(
                "a segment holds at least " + MIN_SEGMENT_BYTES + " bytes: segmentBytes=" + segmentBytes);
        }
        requireReadable(path);
        FileChannel channel = null;
        try
        {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            final long length = channel.size();
            requireFeed(path, channel, length);
            final long capacity = length <= maxResidentBytes ? length : segmentBytes;
            final ItchFile file = new ItchFile(path, channel, length, capacity, hugePages);
            file.rewind();
            return file;
        }
        catch (final IOException | RuntimeException e)
        {
            closeAfter(channel, e);
            throw e instanceof FeedException known ? known : cannotRead(path, e);
        }
    }

    /** Returns a cursor at the first message. A file has one at a time: they share its memory. */
    public ItchFileCursor cursor()
    {
        rewind();
        return new ItchFileCursor(this);
    }

    /** Returns the memory that holds the file, or its present segment. */
    public Slab slab()
    {
        return slab;
    }

    /** Returns the file's length in bytes. */
    public long length()
    {
        return length;
    }

    /** Returns whether the whole file is in memory. */
    public boolean isResident()
    {
        return capacity >= length;
    }

    /** Returns where the file lies. */
    public Path path()
    {
        return path;
    }

    @Override
    public void close()
    {
        if (channel == null)
        {
            return;
        }
        arena.close();
        try
        {
            channel.close();
        }
        catch (final IOException e)
        {
            throw cannotRead(path, e);
        }
    }

    /** Puts the beginning of the file into memory. */
    void rewind()
    {
        if (readBytes == 0 || !isResident())
        {
            readBytes = 0;
            read(0);
        }
    }

    /** Returns how many bytes of the file were read so far. */
    long readBytes()
    {
        return readBytes;
    }

    /**
     * Moves the unread rest of the segment to the front and fills up behind it.
     *
     * @param from which byte of the slab on it is unread
     * @param end of what the slab holds
     * @return how many bytes the slab holds now
     */
    long refill(final long from, final long end)
    {
        slab.copyFrom(0, slab, from, end - from);
        return read(end - from);
    }

    private long read(final long at)
    {
        long end = at;
        try
        {
            while (end < capacity && readBytes < length)
            {
                final int wanted = (int)Math.min(CHUNK_BYTES, Math.min(capacity - end, length - readBytes));
                final int count = channel.read(ByteBuffer.wrap(chunk, 0, wanted), readBytes);
                if (count < 0)
                {
                    throw new FeedException(
                        path + " shrank while it was read: " + length + " bytes when opened, " + readBytes +
                        " now. Copy it first, then read the copy.");
                }
                slab.putBytes(end, chunk, 0, count);
                end += count;
                readBytes += count;
            }
        }
        catch (final IOException e)
        {
            throw cannotRead(path, e);
        }
        return end;
    }

    private static void requireReadable(final Path path)
    {
        if (Files.notExists(path))
        {
            throw new FeedException(path + " does not exist. Name an ITCH 5.0 file in BinaryFILE framing.");
        }
        if (Files.isDirectory(path))
        {
            throw new FeedException(path + " is a directory. Name one of the files in it.");
        }
        if (!Files.isReadable(path))
        {
            throw new FeedException(path + " cannot be read: check its permissions and its owner.");
        }
    }

    private static void requireFeed(final Path path, final FileChannel channel, final long length) throws IOException
    {
        if (length == 0)
        {
            throw new FeedException(path + " is empty. An ITCH 5.0 file begins with a message's length.");
        }
        final ByteBuffer magic = ByteBuffer.allocate(Short.BYTES);
        channel.read(magic, 0);
        if ((magic.getShort(0) & 0xFFFF) == 0x1F8B)
        {
            throw new FeedException(path + " is compressed (gzip). Decompress it first: gunzip --keep " + path);
        }
    }

    private static void closeAfter(final FileChannel channel, final Exception failure)
    {
        try
        {
            if (channel != null)
            {
                channel.close();
            }
        }
        catch (final IOException e)
        {
            failure.addSuppressed(e);
        }
    }

    private static FeedException cannotRead(final Path path, final Exception cause)
    {
        return new FeedException(path + " cannot be read: " + cause.getMessage(), cause);
    }
}

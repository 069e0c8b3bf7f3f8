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
package io.packetflow.ringbuffers.journal.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. The files of a journal, by strict names: what is called otherwise is no part of it. Reads the small ones;
 * what is unsound in them is as if it were not there. Changes nothing.
 */
public final class JournalFiles
{
    /** The file that names the newest epoch. */
    public static final String CURRENT = "CURRENT";
    /** The file that says what the journal must still hold. */
    public static final String MARK = "durable.mark";
    /** The file of an epoch's mapped words. */
    public static final String HEAD = "head";
    /** Segments in an epoch are numbered below this. */
    public static final int MAX_SEGMENTS = 10_000_000;

    private static final Pattern EPOCH_NAME = Pattern.compile("e([0-9]{7})");
    private static final Pattern SEGMENT_NAME = Pattern.compile("s([0-9]{7})\\.pfj");
    private static final Pattern CURRENT_TEXT = Pattern.compile("e?([0-9]{1,7})\\s*");
    private static final int MAX_CURRENT_BYTES = 64;

    private final Storage storage;

    /**
     * Makes one.
     *
     * @param storage whose root is the journal's directory
     */
    public JournalFiles(final Storage storage)
    {
        this.storage = storage;
    }

    /** Returns where the files are. */
    public Storage storage()
    {
        return storage;
    }

    /**
     * Returns the name of an epoch's directory.
     *
     * @param epoch number
     * @return name within the journal's directory
     */
    public static String epochPath(final int epoch)
    {
        return String.format(Locale.ROOT, "e%07d", epoch);
    }

    /**
     * Returns the path of a segment.
     *
     * @param epoch number
     * @param segment index in the epoch
     * @return path within the journal's directory
     */
    public static String segmentPath(final int epoch, final int segment)
    {
        return epochPath(epoch) + '/' + segmentName(segment);
    }

    private static String segmentName(final int segment)
    {
        return String.format(Locale.ROOT, "s%07d.pfj", segment);
    }

    /**
     * Returns the path of an epoch's mapped words.
     *
     * @param epoch number
     * @return path within the journal's directory
     */
    public static String headPath(final int epoch)
    {
        return epochPath(epoch) + '/' + HEAD;
    }

    /** Returns the epochs for which there is a directory, ascending. */
    public List<Integer> epochs() throws IOException
    {
        return numbers("", EPOCH_NAME);
    }

    /**
     * Lists the segments of an epoch.
     *
     * @param epoch number
     * @return indexes, ascending; empty if there is no such epoch
     * @throws IOException if the directory cannot be read
     */
    public List<Integer> segments(final int epoch) throws IOException
    {
        return storage.exists(epochPath(epoch)) ? numbers(epochPath(epoch), SEGMENT_NAME) : List.of();
    }

    private List<Integer> numbers(final String directory, final Pattern pattern) throws IOException
    {
        final List<Integer> numbers = new ArrayList<>();
        for (final String name : storage.list(directory))
        {
            final Matcher matcher = pattern.matcher(name);
            if (matcher.matches())
            {
                numbers.add(Integer.parseInt(matcher.group(1)));
            }
        }
        numbers.sort(null);
        return numbers;
    }

    /** Returns the epoch that {@value #CURRENT} names, empty if it names none. */
    public OptionalInt current() throws IOException
    {
        final byte[] bytes = bytes(CURRENT, MAX_CURRENT_BYTES);
        final Matcher matcher = CURRENT_TEXT.matcher(new String(bytes, StandardCharsets.US_ASCII));
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Returns what the journal must still hold, empty if there is no sound mark. */
    public Optional<DurableMark> mark() throws IOException
    {
        return DurableMark.decode(bytes(MARK, DurableMark.FILE_BYTES));
    }

    /** Returns whether one slot of the mark was written and is not sound. */
    boolean isMarkHalfDamaged() throws IOException
    {
        final byte[] both = bytes(MARK, DurableMark.FILE_BYTES);
        for (int slot = 0; slot + DurableMark.SLOT_BYTES <= both.length; slot += DurableMark.SLOT_BYTES)
        {
            final byte[] one = Arrays.copyOfRange(both, slot, slot + DurableMark.SLOT_BYTES);
            if (DurableMark.decode(one).isEmpty() && !Arrays.equals(one, new byte[DurableMark.SLOT_BYTES]))
            {
                return true;
            }
        }
        return both.length != DurableMark.FILE_BYTES && both.length > 0;
    }

    /**
     * Reads the words of an epoch.
     *
     * @param epoch number
     * @return the words, empty if there are none or they are not those of the epoch
     * @throws IOException if they cannot be read
     */
    public Optional<EpochHead> head(final int epoch) throws IOException
    {
        return EpochHead.decode(bytes(headPath(epoch), HeadLayout.BYTES)).filter(head -> head.epoch() == epoch);
    }

    /** Reads a file's first bytes; none if there is no such file. */
    byte[] bytes(final String path, final int most) throws IOException
    {
        if (!storage.exists(path))
        {
            return new byte[0];
        }
        try (StorageFile file = storage.open(path, false); Arena arena = new Arena(HugePages.OFF))
        {
            final int length = (int)Math.min(file.size(), most);
            final byte[] bytes = new byte[length];
            if (length > 0)
            {
                final Slab slab = arena.allocate(length, Long.BYTES);
                file.read(0, slab, 0, length);
                slab.getBytes(0, bytes, 0, length);
            }
            return bytes;
        }
    }
}

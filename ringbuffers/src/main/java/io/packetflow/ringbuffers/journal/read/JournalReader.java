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
import java.util.List;

import io.packetflow.ringbuffers.journal.format.EpochStart;

/**
 * Hot path. Reads a journal that nobody writes, over all its epochs, record by record in order: those of inputs, and
 * those about the journal itself. Allocates nothing for a record; loads a segment at a time.
 *
 * <p>A record is given out only if it is whole and follows the one before: what is behind the first place at which
 * that does not hold is not read, and {@link #end()} says where and why. Damage is never an exception; one is thrown
 * only where the file system fails. Used by one thread, which closes it.
 */
public final class JournalReader implements AutoCloseable
{
    private final RecordCursor cursor = new RecordCursor();
    private final SegmentWalk walk;

    private JournalReader(final JournalFiles files, final EpochChain chain, final WrittenBound bound)
    {
        this.walk = new SegmentWalk(files, chain, cursor, bound);
    }

    /**
     * Reads from the first record that is there, whatever went before it.
     *
     * @param files of the journal
     * @return a reader before the first record
     * @throws IOException if the file system fails
     */
    public static JournalReader ofAll(final JournalFiles files) throws IOException
    {
        return from(files, 0, false);
    }

    /**
     * Reads from the last segment that begins at or before an instance, whatever went before it.
     *
     * @param files of the journal
     * @param sequence of the instance; 0 for the first record that is there
     * @param isWritten whether a process writes the journal meanwhile: then it is read up to where that has come now,
     *     or a little further
     * @return a reader before the first record of the segment
     * @throws IOException if the file system fails
     */
    public static JournalReader from(final JournalFiles files, final long sequence, final boolean isWritten)
        throws IOException
    {
        final WrittenBound bound = bound(files, isWritten);
        final EpochChain chain = EpochChain.of(files);
        final JournalReader reader = new JournalReader(files, chain, bound);
        reader.cursor.anchorAtNext();
        reader.walk.anchorFound();
        return reader.begun(ReadStart.before(files, chain.links(), sequence), null);
    }

    /**
     * Reads behind an instance. Where the journal does not hold that instance, or another one of that sequence, there
     * is no record to read, and the end says so.
     *
     * @param files of the journal
     * @param anchor that is not read again, such as the instance of a snapshot
     * @return a reader before the first record behind it
     * @throws IOException if the file system fails
     */
    public static JournalReader after(final JournalFiles files, final JournalAnchor anchor) throws IOException
    {
        return after(files, anchor, false);
    }

    /**
     * Reads the same of a journal that a process may write meanwhile.
     *
     * @param files of the journal
     * @param anchor that is not read again, such as the instance of a snapshot
     * @param isWritten whether a process writes it: then it is read up to where that has come now, or a little further
     * @return a reader before the first record behind it
     * @throws IOException if the file system fails
     */
    public static JournalReader after(final JournalFiles files, final JournalAnchor anchor, final boolean isWritten)
        throws IOException
    {
        final WrittenBound bound = bound(files, isWritten);
        final EpochChain chain = EpochChain.of(files);
        final JournalReader reader = new JournalReader(files, chain, bound);
        if (anchor.sequence() > 0)
        {
            reader.cursor.anchorAtNext();
        }
        return reader.begun(ReadStart.before(files, chain.links(), anchor.sequence()), anchor);
    }

    /** Before the epochs are looked at: all that it covers is then there. */
    private static WrittenBound bound(final JournalFiles files, final boolean isWritten) throws IOException
    {
        return isWritten ? WrittenBound.of(files) : WrittenBound.NONE;
    }

    private JournalReader begun(final ReadStart start, final JournalAnchor anchor) throws IOException
    {
        try
        {
            walk.begin(start);
            if (anchor != null)
            {
                new AnchorSearch(walk, cursor, this::next, anchor).run();
            }
            return this;
        }
        catch (final IOException e)
        {
            close();
            throw e;
        }
    }

    /**
     * Goes to the next record.
     *
     * @return whether there is one; if not, {@link #end()} says why
     * @throws IOException if the file system fails
     */
    public boolean next() throws IOException
    {
        if (walk.end() != null)
        {
            return false;
        }
        RecordVerdict verdict = cursor.advance();
        while (verdict != RecordVerdict.VALID)
        {
            if (!walk.proceed(verdict))
            {
                return false;
            }
            verdict = cursor.advance();
        }
        return true;
    }

    /** Returns the record at which the reader stands; always the same object. */
    public RecordCursor cursor()
    {
        return cursor;
    }

    /** Returns where and why the journal ends; null while {@link #next()} has not answered false. */
    public JournalEnd end()
    {
        return walk.end();
    }

    /** Returns what the first record of the present epoch says; null if it was pruned. */
    public EpochStart epochStart()
    {
        return walk.start();
    }

    /** Returns whether the journal holds the instance behind which reading began, if it began behind one. */
    public boolean isAnchorFound()
    {
        return walk.isAnchorFound();
    }

    /** Returns the epochs of the journal. */
    List<EpochLink> links()
    {
        return walk.links();
    }

    /** Returns what is odd about the files that were read, but takes no record away; for people. */
    public List<String> remarks()
    {
        return List.copyOf(walk.remarks());
    }

    @Override
    public void close() throws IOException
    {
        walk.close();
    }
}

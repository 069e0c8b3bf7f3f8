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
 * Hot path. Follows a journal while another process, or another thread, writes it: first what it holds already, then
 * each record as it comes, over segments and epochs, without a gap. Maps files for reading and changes nothing; the
 * writer never waits for it. Allocates nothing for a record.
 *
 * <p>Ordering: acquire on the word that makes a record valid; nothing of a record is believed before its length and
 * checksum were checked, so one that is only half written is not seen. Where a record can never come any more, because
 * the writer went on or a later epoch did, {@link #end()} says so. Used by one thread, which closes it.
 */
public final class LiveTail implements AutoCloseable
{
    /** Of so many polls without a record one looks for a later epoch and for damage, which takes system calls. */
    private static final int LOOK_MASK = 16_383;

    private final RecordCursor cursor = new RecordCursor();
    private final TailWalk walk;
    private int idlePolls;

    private LiveTail(final JournalFiles files)
    {
        this.walk = new TailWalk(files, cursor);
    }

    /**
     * Follows from the first record that is there; of a journal without any, from the first one that will be.
     *
     * @param files of the journal
     * @return a tail before the first record
     * @throws IOException if the file system fails
     */
    public static LiveTail ofAll(final JournalFiles files) throws IOException
    {
        return from(files, 0);
    }

    /**
     * Follows from the last segment that begins at or before an instance.
     *
     * @param files of the journal
     * @param sequence of the instance; 0 for the first record that is there
     * @return a tail before the first record of the segment
     * @throws IOException if the file system fails
     */
    public static LiveTail from(final JournalFiles files, final long sequence) throws IOException
    {
        final LiveTail tail = new LiveTail(files);
        final List<EpochLink> links = TailWalk.begun(EpochChain.of(files));
        tail.cursor.anchorAtNext();
        return tail.begun(links, ReadStart.before(files, links, sequence), null);
    }

    /**
     * Follows behind an instance. Where the journal does not hold that instance, or another one of that sequence, there
     * is no record to read, and the end says so.
     *
     * @param files of the journal
     * @param anchor that is not read again, such as the instance of a snapshot
     * @return a tail before the first record behind it
     * @throws IOException if the file system fails
     */
    public static LiveTail after(final JournalFiles files, final JournalAnchor anchor) throws IOException
    {
        final LiveTail tail = new LiveTail(files);
        final List<EpochLink> links = TailWalk.begun(EpochChain.of(files));
        if (anchor.sequence() > 0)
        {
            tail.cursor.anchorAtNext();
        }
        return tail.begun(links, ReadStart.before(files, links, anchor.sequence()), anchor);
    }

    /**
     * Follows from the first record of an epoch on, whatever went before it.
     *
     * @param files of the journal
     * @param epoch that has begun
     * @return a tail before the first record of the epoch
     * @throws IOException if the epoch has not begun, was pruned, or the file system fails
     */
    public static LiveTail ofEpoch(final JournalFiles files, final int epoch) throws IOException
    {
        final LiveTail tail = new LiveTail(files);
        final List<EpochLink> links = TailWalk.begun(EpochChain.of(files));
        tail.cursor.anchorAtNext();
        return tail.begun(links, ReadStart.ofEpoch(links, epoch), null);
    }

    private LiveTail begun(final List<EpochLink> links, final ReadStart start, final JournalAnchor anchor)
        throws IOException
    {
        try
        {
            walk.begin(links, start);
            if (anchor != null)
            {
                new AnchorSearch(walk, cursor, this::poll, anchor).run();
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
     * Goes to the next record if it is there. Never waits.
     *
     * @return whether there is one; if not, it may come, or {@link #end()} says why it will not
     * @throws IOException if the file system fails
     */
    public boolean poll() throws IOException
    {
        RecordVerdict verdict = cursor.advance();
        while (verdict != RecordVerdict.VALID)
        {
            if (!goOn(verdict))
            {
                return false;
            }
            verdict = cursor.advance();
        }
        return true;
    }

    private boolean goOn(final RecordVerdict verdict) throws IOException
    {
        if (verdict == RecordVerdict.BOUNDARY && walk.proceed())
        {
            return true;
        }
        return (++idlePolls & LOOK_MASK) == 0 && walk.look(verdict);
    }

    /**
     * Cold. Goes to the next record as {@link #poll()} does, and if there is none looks at once for a later epoch and
     * for damage; for a caller that comes by seldom.
     *
     * @return whether there is a record
     * @throws IOException if the file system fails
     */
    public boolean pollAndLook() throws IOException
    {
        idlePolls = LOOK_MASK;
        return poll();
    }

    /** Returns the record at which the tail stands; always the same object. */
    public RecordCursor cursor()
    {
        return cursor;
    }

    /** Cold. Returns the record at which the tail stands, for who goes on there; allocates. */
    public LastRecord last()
    {
        return cursor.last();
    }

    /** Returns why no further record will come; null while one may. */
    public JournalEnd end()
    {
        return walk.end();
    }

    /** Returns what the first record of the present epoch says; null before the first record, or if it was pruned. */
    public EpochStart epochStart()
    {
        return walk.start();
    }

    @Override
    public void close() throws IOException
    {
        walk.close();
    }
}

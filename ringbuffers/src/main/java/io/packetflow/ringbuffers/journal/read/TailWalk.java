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
import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/**
 * Cold path. Leads a tail's cursor from one mapped segment and epoch to the next, and tells what is not there yet from
 * what will never be.
 */
final class TailWalk implements AnchorWalk, AutoCloseable
{
    private final JournalFiles files;
    private final RecordCursor cursor;
    private EpochLink link;
    private MappedSegment segment;
    private TailHead head;
    private int index;
    private long segmentBytes;
    /** Whether a later epoch follows this one: nobody writes here any more. */
    private boolean isFinal;
    /** Position at which there was no record although the writer said so; the second time it is damage. */
    private long suspectPosition = -1;
    private JournalEnd end;

    TailWalk(final JournalFiles files, final RecordCursor cursor)
    {
        this.files = files;
        this.cursor = cursor;
    }

    /** Enters the segment in which an instance is, or the first one that is there. */
    void begin(final List<EpochLink> links, final ReadStart start) throws IOException
    {
        if (start != null && start.link() < links.size())
        {
            enterEpoch(links.get(start.link()));
            index = start.segment() - 1;
            goOn();
        }
    }

    /** Returns the chain without the epochs that are only being begun. */
    static List<EpochLink> begun(final EpochChain chain)
    {
        List<EpochLink> links = chain.links();
        while (!links.isEmpty() && links.get(links.size() - 1).start() == null && links.size() > 1)
        {
            links = links.subList(0, links.size() - 1);
        }
        return links.size() == 1 && links.get(0).start() == null && links.get(0).firstSegment() == 0 ?
            List.of() : links;
    }

    JournalEnd end()
    {
        return end;
    }

    EpochStart start()
    {
        return link == null ? null : link.start();
    }

    @Override
    public boolean isGenesis()
    {
        return link == null || link.isGenesis();
    }

    /** A tail that does not reach its anchor has ended: what is wrong before it is not passed over. */
    @Override
    public boolean jump(final JournalAnchor anchor)
    {
        return false;
    }

    /** Nobody asks a tail: one that does not find its anchor has ended, which says enough. */
    @Override
    public void anchorFound()
    {
    }

    @Override
    public void stop(final EndKind kind, final String cause)
    {
        end = end != null ? end : new JournalEnd(kind, cursor.nextPlace(), cursor.last(), 0, cause);
        cursor.halt();
    }

    /** Goes on behind the last record of a segment; answers false if there is nothing yet. */
    boolean proceed() throws IOException
    {
        return end == null && !cursor.isAtCut() && cursor.isSegmentEnd() && goOn();
    }

    /**
     * Looks for what a poll does not see: a later epoch, and damage.
     *
     * @param verdict of the poll that found no record
     * @return whether it is worth another poll
     */
    boolean look(final RecordVerdict verdict) throws IOException
    {
        if (end != null)
        {
            return false;
        }
        if (link == null)
        {
            final List<EpochLink> links = begun(EpochChain.of(files));
            begin(links, ReadStart.first(links));
            return link != null && end == null;
        }
        if (isFinal && verdict != RecordVerdict.BOUNDARY)
        {
            stop(TailEnds.kind(verdict, cursor), verdict.text() + " where a later epoch follows");
            return false;
        }
        return lookForSuccessor() || suspect(verdict);
    }

    private boolean lookForSuccessor() throws IOException
    {
        if (!isLaterBegun())
        {
            return false;
        }
        final List<EpochLink> links = begun(EpochChain.of(files));
        for (int i = 0; i + 1 < links.size(); i++)
        {
            if (links.get(i).epoch() == link.epoch() && links.get(i).isFollowed())
            {
                return follow(links.get(i), links.get(i + 1));
            }
        }
        return false;
    }

    /** An epoch that a standby has reserved is there long before it begins: its first record says that it has. */
    private boolean isLaterBegun() throws IOException
    {
        final List<Integer> epochs = files.epochs();
        for (int i = epochs.size() - 1; i >= 0 && epochs.get(i) > link.epoch(); i--)
        {
            if (FirstRecord.of(files, epochs.get(i), 0).isPresent())
            {
                return true;
            }
        }
        return false;
    }

    private boolean follow(final EpochLink present, final EpochLink successor) throws IOException
    {
        if (cursor.sequence() > present.cutSequence())
        {
            stop(EndKind.FOREIGN, "epoch " + successor.epoch() + " follows sequence " + present.cutSequence() +
                ", so what was read behind it does not count any more");
            return false;
        }
        final boolean isNews = !isFinal;
        isFinal = true;
        cursor.cut(present.cutSequence(), present.cutChecksum());
        if (!cursor.isAtCut())
        {
            return isNews;
        }
        enterEpoch(successor);
        index = -1;
        return goOn();
    }

    private boolean suspect(final RecordVerdict verdict)
    {
        final long position = index * segmentBytes + cursor.nextOffset();
        if (cursor.isClosed() || head.position() <= position)
        {
            return false;
        }
        if (suspectPosition == position)
        {
            stop(TailEnds.kind(verdict, cursor), verdict.text() + ", although its writer went on");
            return false;
        }
        suspectPosition = position;
        return true;
    }

    private void enterEpoch(final EpochLink newLink) throws IOException
    {
        closeHead();
        link = newLink;
        isFinal = newLink.isFollowed();
        segmentBytes = 0;
        head = TailHead.open(files, newLink.epoch(), newLink.start());
        cursor.enterEpoch(newLink.epoch(), newLink.cutSequence(), newLink.cutChecksum());
    }

    /** Enters the next segment; answers false if it is not there. */
    private boolean goOn() throws IOException
    {
        final String path = JournalFiles.segmentPath(link.epoch(), index + 1);
        final MappedSegment next = MappedSegment.open(files.storage(), path, SegmentHeader.BYTES);
        if (next == null)
        {
            return false;
        }
        closeSegment();
        segment = next;
        index++;
        final SegmentFault fault =
            new SegmentCheck(link.epoch(), index, segmentBytes, link.start()).fault(next.slab(), next.bytes());
        if (fault != null)
        {
            end = new JournalEnd(fault.kind(), new JournalPlace(link.epoch(), index, fault.offset()), cursor.last(), 0,
                fault.cause());
            cursor.halt();
            return false;
        }
        segmentBytes = SegmentCheck.header(next.slab()).segmentBytes();
        cursor.enterSegment(index, next.slab(), Math.min(next.bytes(), segmentBytes));
        return true;
    }

    private void closeSegment() throws IOException
    {
        if (segment != null)
        {
            segment.close();
            segment = null;
        }
    }

    private void closeHead() throws IOException
    {
        if (head != null)
        {
            head.close();
            head = null;
        }
    }

    @Override
    public void close() throws IOException
    {
        closeHead();
        closeSegment();
    }
}

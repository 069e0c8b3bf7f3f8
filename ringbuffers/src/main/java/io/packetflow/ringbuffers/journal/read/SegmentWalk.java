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
import java.util.ArrayList;
import java.util.List;

import io.packetflow.ringbuffers.journal.format.EpochStart;

/**
 * Cold path. Leads a reader's cursor from one segment and epoch to the next, and says where and why the journal ends.
 */
final class SegmentWalk implements AnchorWalk, AutoCloseable
{
    private final JournalFiles files;
    private final RecordCursor cursor;
    private final List<EpochLink> links;
    private final SegmentLoader loader;
    private final EndClassifier classifier;
    private final List<String> remarks = new ArrayList<>();
    private final WrittenBound bound;
    private int index;
    private EpochLink link;
    private SegmentImage image;
    private long segmentBytes;
    private JournalEnd end;
    private boolean isAnchorFound;

    SegmentWalk(
        final JournalFiles files, final EpochChain chain, final RecordCursor cursor, final WrittenBound bound)
    {
        this.files = files;
        this.bound = bound;
        this.cursor = cursor;
        this.links = chain.links();
        this.loader = new SegmentLoader(files);
        this.classifier = new EndClassifier(files);
        for (final int epoch : chain.skipped())
        {
            remarks.add(JournalFiles.epochPath(epoch) + whySkipped(epoch));
        }
    }

    private String whySkipped(final int epoch)
    {
        if (isAboveAll(epoch))
        {
            return " was begun and holds no record";
        }
        final EpochLink first = links.get(0);
        return first.lacksFirstSegment() && epoch < first.epoch() ?
            " is not read: nothing tells whether epoch " + first.epoch() + " follows it" :
            " is no part of the journal: no later epoch follows it";
    }

    private boolean isAboveAll(final int epoch)
    {
        return links.isEmpty() || epoch > links.get(links.size() - 1).epoch();
    }

    /** Enters the first segment to be read. */
    void begin(final ReadStart start) throws IOException
    {
        if (start == null)
        {
            end = new JournalEnd(EndKind.END, new JournalPlace(0, 0, 0), LastRecord.NONE, 0, "there is no epoch");
            return;
        }
        enterEpoch(start.link());
        enterSegment(start.segment());
        if (start.link() == 0 && start.segment() == link.firstSegment() && !link.isGenesis())
        {
            remarks.add("the journal begins with " + JournalFiles.segmentPath(link.epoch(), start.segment()) +
                ": what lay before it was pruned or lost");
        }
    }

    /** Returns where the journal ends, null while it goes on. */
    JournalEnd end()
    {
        return end;
    }

    /** Returns what the epoch's first record says, null if it is not there. */
    EpochStart start()
    {
        return link == null ? null : link.start();
    }

    /** Returns whether the epoch can be the first of all; an unreadable first record will speak for itself. */
    @Override
    public boolean isGenesis()
    {
        return link == null || link.isGenesis();
    }

    /** Returns the epochs of the journal. */
    List<EpochLink> links()
    {
        return links;
    }

    /** Returns what is odd and takes no record away. */
    List<String> remarks()
    {
        return remarks;
    }

    @Override
    public void stop(final EndKind kind, final String cause)
    {
        end = end != null ? end : new JournalEnd(kind, cursor.nextPlace(), cursor.last(), 0, cause);
    }

    /**
     * Goes on at the record of an anchor although the chain broke before it: the anchor vouches for the record, so the
     * damage before it takes nothing away.
     */
    @Override
    public boolean jump(final JournalAnchor anchor)
    {
        if (image == null || image.fault() != null)
        {
            return false;
        }
        final long offset = RawScan.find(image.slab(), cursor.nextOffset(), image.limit(), link.epoch(), anchor);
        if (offset == RawScan.NOTHING)
        {
            return false;
        }
        remarks.add("passed over, because a snapshot lies behind it: " + end.text());
        end = null;
        cursor.jump(offset);
        return true;
    }

    @Override
    public void anchorFound()
    {
        isAnchorFound = true;
    }

    /** Returns whether the record behind which reading begins was found. */
    boolean isAnchorFound()
    {
        return isAnchorFound;
    }

    /** Goes on behind the last record of a segment or epoch; answers false where the journal ends. */
    boolean proceed(final RecordVerdict verdict) throws IOException
    {
        if (isAtBound())
        {
            end = new JournalEnd(EndKind.END, cursor.nextPlace(), cursor.last(), 0, "its writer goes on");
            return false;
        }
        if (verdict == RecordVerdict.BOUNDARY && cursor.isAtCut())
        {
            enterEpoch(index + 1);
            return enterSegment(0);
        }
        if (verdict != RecordVerdict.BOUNDARY && loader.loadMore())
        {
            cursor.extend(loaded());
            return true;
        }
        loader.loadRest();
        if (verdict == RecordVerdict.BOUNDARY && cursor.isSegmentEnd())
        {
            remarkOnRest();
            return enterSegment(image.index() + 1);
        }
        end = EpochEnds.of(files, links, index, verdict == RecordVerdict.BOUNDARY ?
            closed() : classifier.classify(verdict, cursor, image, link), classifier, remarks);
        return false;
    }

    private boolean isAtBound()
    {
        return link.epoch() == bound.epoch() && !link.isFollowed() &&
            image.index() * segmentBytes + cursor.nextOffset() >= bound.position();
    }

    private void enterEpoch(final int newIndex)
    {
        index = newIndex;
        link = links.get(newIndex);
        segmentBytes = 0;
        cursor.enterEpoch(link.epoch(), link.cutSequence(), link.cutChecksum());
    }

    private boolean enterSegment(final int segment) throws IOException
    {
        image = loader.load(new SegmentCheck(link.epoch(), segment, segmentBytes, link.start()));
        if (image.fault() != null)
        {
            end = EpochEnds.of(files, links, index, faulty(), classifier, remarks);
            return false;
        }
        segmentBytes = image.segmentBytes();
        cursor.enterSegment(segment, image.slab(), loaded());
        if (image.isHeaderSoiled())
        {
            remarks.add("bytes that must be zero are not, in the first page of " +
                JournalFiles.segmentPath(link.epoch(), segment));
        }
        return true;
    }

    private long loaded()
    {
        return Math.min(loader.loadedBytes(), image.limit());
    }

    private JournalEnd faulty() throws IOException
    {
        final SegmentFault fault = image.fault();
        final JournalPlace place = new JournalPlace(link.epoch(), image.index(), fault.offset());
        final long beyond = classifier.lookBehind(cursor.sequence(), link, image.index()).sequence();
        return new JournalEnd(fault.kind(), place, cursor.last(), Math.max(beyond, 0), fault.cause());
    }

    /** Behind the record that closed the epoch nothing may follow. */
    private JournalEnd closed() throws IOException
    {
        remarkOnRest();
        final EndClassifier.Beyond beyond = classifier.lookBeyond(cursor, image, link, cursor.nextOffset());
        final boolean isLast = beyond.sequence() == RawScan.NOTHING;
        return new JournalEnd(isLast ? EndKind.CLEAN : EndKind.CORRUPT, cursor.nextPlace(), cursor.last(),
            Math.max(beyond.sequence(), 0), isLast ? "the epoch was closed" : "records behind the end of the epoch");
    }

    private void remarkOnRest()
    {
        if (!RawScan.isZero(image.slab(), cursor.nextOffset(), image.limit()))
        {
            remarks.add("bytes behind the last record of the segment are not zero: " + cursor.nextPlace());
        }
        if (image.fileBytes() != image.segmentBytes())
        {
            remarks.add(JournalFiles.segmentPath(link.epoch(), image.index()) + " has " + image.fileBytes() +
                " bytes and was made with " + image.segmentBytes() + "; all of its records are there");
        }
    }

    @Override
    public void close() throws IOException
    {
        loader.close();
        classifier.close();
    }
}

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

import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/**
 * Cold path. Says what kind of end it is at which a reader cannot go on, by what the next record is and by what lies
 * behind it in its segment and in the later ones of its epoch.
 */
final class EndClassifier implements AutoCloseable
{
    private final SegmentLoader loader;

    EndClassifier(final JournalFiles files)
    {
        this.loader = new SegmentLoader(files);
    }

    /** Classifies the end at the cursor's next place, which lies in the image. */
    JournalEnd classify(
        final RecordVerdict verdict, final RecordCursor cursor, final SegmentImage image, final EpochLink link)
        throws IOException
    {
        final Beyond beyond = lookBeyond(cursor, image, link, cursor.nextOffset() + Long.BYTES);
        return new JournalEnd(kind(verdict, cursor, image, beyond), cursor.nextPlace(), cursor.last(),
            Math.max(beyond.sequence(), 0), cause(verdict, image));
    }

    private static EndKind kind(
        final RecordVerdict verdict, final RecordCursor cursor, final SegmentImage image, final Beyond beyond)
    {
        return switch (verdict)
        {
            case NONE, LENGTH, CHECKSUM, VALID, BOUNDARY -> brokenKind(verdict, cursor, image, beyond);
            case TYPE -> EndKind.NEWER_VERSION;
            case EPOCH, CUT -> EndKind.FOREIGN;
            default -> cursor.isAtSegmentStart() ? EndKind.FOREIGN : EndKind.CORRUPT;
        };
    }

    private static EndKind brokenKind(
        final RecordVerdict verdict, final RecordCursor cursor, final SegmentImage image, final Beyond beyond)
    {
        if (image.isTruncated() && !beyond.isInImage())
        {
            return EndKind.TRUNCATED_FILE;
        }
        if (beyond.sequence() != RawScan.NOTHING)
        {
            return RawScan.isPageLost(image.slab(), cursor.nextOffset(), image.limit()) ?
                EndKind.HOLE : EndKind.CORRUPT;
        }
        return verdict == RecordVerdict.NONE && beyond.isZero() ? EndKind.END : EndKind.TORN_TAIL;
    }

    private static String cause(final RecordVerdict verdict, final SegmentImage image)
    {
        final String cut = image.isTruncated() ?
            " in a file of " + image.fileBytes() + " bytes that was made with " + image.segmentBytes() : "";
        return verdict.text() + cut;
    }

    /** Looks at everything from an offset of the segment to the end of the epoch. */
    Beyond lookBeyond(
        final RecordCursor cursor, final SegmentImage image, final EpochLink link, final long from)
        throws IOException
    {
        final long last = cursor.sequence();
        final long start = Math.min(from, image.limit());
        final long inImage = RawScan.beyond(image.slab(), start, image.limit(), link.epoch(), last);
        final Beyond behind = lookBehind(last, link, image.index());
        return new Beyond(Math.max(inImage, behind.sequence()), inImage != RawScan.NOTHING,
            behind.isZero() && RawScan.isZero(image.slab(), start, image.limit()));
    }

    /** Looks at the segments behind one. */
    Beyond lookBehind(final long last, final EpochLink link, final int index) throws IOException
    {
        Beyond behind = new Beyond(RawScan.NOTHING, false, true);
        for (final int segment : link.segments())
        {
            if (segment > index)
            {
                behind = behind.and(loader.loadWhole(new SegmentCheck(link.epoch(), segment, 0, null)), last);
            }
        }
        return behind;
    }

    @Override
    public void close() throws IOException
    {
        loader.close();
    }

    /**
     * What lies beyond a place.
     *
     * @param sequence highest of a whole record, {@link RawScan#NOTHING} if there is none
     * @param isInImage whether one lies in the same segment
     * @param isZero whether nothing but zeros lies there
     */
    record Beyond(long sequence, boolean isInImage, boolean isZero)
    {
        private Beyond and(final SegmentImage later, final long last)
        {
            if (later.slab() == null)
            {
                return this;
            }
            final long found =
                RawScan.beyond(later.slab(), SegmentHeader.BYTES, later.limit(), later.epoch(), last);
            return new Beyond(Math.max(sequence, found), isInImage,
                isZero && RawScan.isZero(later.slab(), SegmentHeader.BYTES, later.limit()));
        }
    }
}

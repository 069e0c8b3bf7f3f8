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

/**
 * Cold path. Says what is wrong with the beginning of an epoch whose first record cannot be read.
 *
 * @param files of the journal
 * @param link of the epoch, which has segments
 * @param last record before it
 */
record EpochOpening(JournalFiles files, EpochLink link, LastRecord last)
{
    JournalEnd end(final EndClassifier classifier) throws IOException
    {
        final RecordCursor cursor = new RecordCursor();
        cursor.anchor(last.sequence(), last.timeNanos(), last.checksum());
        cursor.enterEpoch(link.epoch(), RecordCursor.NO_CUT, 0);
        try (SegmentLoader loader = new SegmentLoader(files))
        {
            final SegmentImage image = loader.loadWhole(new SegmentCheck(link.epoch(), 0, 0, null));
            final JournalEnd found;
            if (image.fault() != null)
            {
                final SegmentFault fault = image.fault();
                found = new JournalEnd(fault.kind(), new JournalPlace(link.epoch(), 0, fault.offset()), last,
                    Math.max(classifier.lookBehind(last.sequence(), link, -1).sequence(), 0), fault.cause());
            }
            else
            {
                cursor.enterSegment(0, image.slab(), image.limit());
                found = classify(cursor, image, classifier);
            }
            return new JournalEnd(found.kind(), found.place(), last, found.beyondSequence(), found.cause());
        }
    }

    private JournalEnd classify(
        final RecordCursor cursor, final SegmentImage image, final EndClassifier classifier) throws IOException
    {
        final RecordVerdict verdict = cursor.advance();
        if (verdict != RecordVerdict.VALID)
        {
            return classifier.classify(verdict, cursor, image, link);
        }
        return new JournalEnd(EndKind.CORRUPT, new JournalPlace(link.epoch(), 0, cursor.offset()), last, 0,
            "a first record that contradicts itself");
    }
}

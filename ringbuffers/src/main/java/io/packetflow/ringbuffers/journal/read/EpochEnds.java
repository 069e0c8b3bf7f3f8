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
import java.util.OptionalInt;

/**
 * Cold path. Tells whether the end of an epoch is the end of the journal, or whether something is missing between it
 * and a later epoch.
 */
final class EpochEnds
{
    private EpochEnds()
    {
    }

    /** Returns the end of the journal, given that of an epoch that could be read no further. */
    static JournalEnd of(
        final JournalFiles files,
        final List<EpochLink> links,
        final int index,
        final JournalEnd natural,
        final EndClassifier classifier,
        final List<String> remarks) throws IOException
    {
        if (!natural.kind().isOrderly())
        {
            return natural;
        }
        if (links.get(index).isFollowed())
        {
            return cutMissed(links.get(index), links.get(index + 1), natural);
        }
        final OptionalInt current = files.current();
        for (int later = index + 1; later < links.size(); later++)
        {
            final JournalEnd found = look(files, links.get(later), current, natural, classifier);
            if (found != null)
            {
                return found;
            }
            remarks.add(JournalFiles.epochPath(links.get(later).epoch()) + " was begun and holds no record");
        }
        return natural;
    }

    private static JournalEnd cutMissed(final EpochLink link, final EpochLink successor, final JournalEnd natural)
    {
        return new JournalEnd(EndKind.HOLE, natural.place(), natural.last(),
            Math.max(natural.beyondSequence(), link.cutSequence()),
            "the record of sequence " + link.cutSequence() + " that epoch " + successor.epoch() +
                " follows is not there");
    }

    /** Looks at an epoch whose first record cannot be read; null if it holds nothing and nobody counts on it. */
    private static JournalEnd look(
        final JournalFiles files,
        final EpochLink link,
        final OptionalInt current,
        final JournalEnd natural,
        final EndClassifier classifier) throws IOException
    {
        final boolean isNeeded = link.isFollowed() || current.orElse(0) == link.epoch();
        if (link.segments().isEmpty())
        {
            return isNeeded ? natural.becauseOf(EndKind.TRUNCATED_FILE, new JournalPlace(link.epoch(), 0, 0),
                "an epoch whose segments are missing") : null;
        }
        final JournalEnd found = new EpochOpening(files, link, natural.last()).end(classifier);
        final boolean isBegun = isNeeded || current.orElse(Integer.MAX_VALUE) > link.epoch();
        if (!isNeeded && (found.kind() == EndKind.END || (!isBegun && found.beyondSequence() == 0)))
        {
            // It was never made current: its writer died while it prepared the files.
            return null;
        }
        return found.kind() == EndKind.END ? found.becauseOf(EndKind.HOLE, found.place(),
            "the first record of an epoch that had begun is not there") : found;
    }
}

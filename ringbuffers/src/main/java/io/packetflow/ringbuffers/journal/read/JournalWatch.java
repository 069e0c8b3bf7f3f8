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
import java.util.Optional;
import java.util.OptionalInt;

import io.packetflow.ringbuffers.journal.format.DurableMark;

/** Cold path. What the small files say that the journal must hold, beside what it holds. */
final class JournalWatch
{
    private final JournalFiles files;
    private final List<Integer> epochs;
    private final Optional<DurableMark> mark;
    private final OptionalInt current;

    JournalWatch(final JournalFiles files) throws IOException
    {
        this.files = files;
        this.epochs = files.epochs();
        this.mark = files.mark();
        this.current = files.current();
    }

    Optional<DurableMark> mark()
    {
        return mark;
    }

    JournalReport report(
        final Optional<JournalAnchor> anchor, final ScanCounts counts, final JournalReader reader) throws IOException
    {
        final List<EpochLink> links = reader.links();
        final HeadDemand demand = HeadDemand.of(files, epochs, links);
        return new JournalReport(anchor, reader.isAnchorFound(), counts.epochs(), counts.byType(),
            counts.firstSequence(), reader.end(), mark, markedSequence(links), counts.isMarkMissed(), demand.head(),
            demand.sequence(), current, newestEpoch(), MissingSegment.of(links, epochs, current),
            remarks(reader, demand));
    }

    /** The mark counts as far as no later epoch has begun: whoever began one has answered for what it cut off. */
    private long markedSequence(final List<EpochLink> links)
    {
        if (mark.isEmpty())
        {
            return 0;
        }
        long demanded = mark.get().sequence();
        for (final EpochLink link : links)
        {
            if (link.epoch() > mark.get().epoch() && link.start() != null)
            {
                demanded = Math.min(demanded, link.start().lastSequence());
            }
        }
        return demanded;
    }

    private int newestEpoch()
    {
        final int listed = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
        return Math.max(listed, Math.max(current.orElse(0), mark.map(DurableMark::epoch).orElse(0)));
    }

    private List<String> remarks(final JournalReader reader, final HeadDemand demand) throws IOException
    {
        final List<String> remarks = new ArrayList<>(reader.remarks());
        demand.unsealed().ifPresent(last -> remarks.add("instance " + last.sequence() +
            " was appended, and its checksum was not added yet: the writer does so, or the next start for it"));
        if (current.isEmpty() && !epochs.isEmpty())
        {
            remarks.add(JournalFiles.CURRENT + " is missing or names no epoch");
        }
        if (mark.isEmpty() && !epochs.isEmpty())
        {
            remarks.add(JournalFiles.MARK + " is missing or damaged: a journal that was cut is not noticed by it");
        }
        else if (files.isMarkHalfDamaged())
        {
            remarks.add("one of the two slots of " + JournalFiles.MARK + " is damaged; the other one counts");
        }
        return remarks;
    }
}

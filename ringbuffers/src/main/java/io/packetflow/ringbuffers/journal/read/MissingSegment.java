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

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Cold path. The first segment of an epoch, of which only later ones are there. Pruning keeps it for as long as it
 * keeps the epoch, and takes whole epochs away from the oldest on: elsewhere somebody deleted it, or the disk lost it.
 *
 * @param epoch of the segment
 * @param mayBePruned whether an interrupted pruning can have left it so: no older epoch is there, and a newer one is
 */
public record MissingSegment(int epoch, boolean mayBePruned)
{
    static Optional<MissingSegment> of(
        final List<EpochLink> links, final List<Integer> epochs, final OptionalInt current)
    {
        // Without its first segment an epoch names none before it, so it is the first of the chain.
        return links.stream().findFirst().filter(EpochLink::lacksFirstSegment).map(EpochLink::epoch).map(epoch ->
            new MissingSegment(epoch, epochs.get(0) == epoch.intValue() && current.orElse(0) > epoch));
    }

    /** Returns the path of the file within the journal's directory. */
    public String path()
    {
        return JournalFiles.segmentPath(epoch, 0);
    }

    /** Returns a part of a sentence for people: which segment of what, and what became of it. */
    public String text()
    {
        return "epoch " + epoch + " lacks its first segment, " + path() + ", which was " +
            (mayBePruned ? "pruned or lost" : "deleted or lost");
    }
}

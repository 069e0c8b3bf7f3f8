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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.packetflow.ringbuffers.journal.format.EpochStart;

/**
 * Cold path. Which epochs make up the journal, in order, and where each is cut by the next. Found backwards: the newest
 * epoch whose first record can be read names the one before. Epochs that nobody names are no part of the journal.
 */
final class EpochChain
{
    private static final int ANY = Integer.MAX_VALUE;

    private final JournalFiles files;
    private final Deque<EpochLink> links = new ArrayDeque<>();
    private final List<Integer> skipped = new ArrayList<>();

    /** What the first record of the link added last says, null if that cannot be read. */
    private EpochStart successor;
    /** The epoch that the link added last follows; any, until a first record was read or where one cannot be. */
    private int expected = ANY;

    private EpochChain(final JournalFiles files)
    {
        this.files = files;
    }

    static EpochChain of(final JournalFiles files) throws IOException
    {
        final EpochChain chain = new EpochChain(files);
        chain.follow(files.epochs());
        chain.skipNeverBegun();
        return chain;
    }

    /** Returns the epochs that make up the journal, ascending; those at the end may have no readable first record. */
    List<EpochLink> links()
    {
        return List.copyOf(links);
    }

    /** Returns the epochs for which there is a directory and that are no part of the journal, descending. */
    List<Integer> skipped()
    {
        return skipped;
    }

    private void follow(final List<Integer> epochs) throws IOException
    {
        final int current = files.current().orElse(0);
        for (int i = epochs.size() - 1; i >= 0; i--)
        {
            final EpochLink link = link(epochs.get(i));
            if (isNotBegun(link, current) || (expected != ANY && link.epoch() > expected) ||
                (link.segments().isEmpty() && successor != null))
            {
                skipped.add(link.epoch());
                continue;
            }
            if (expected != ANY && link.epoch() < expected)
            {
                // What is pruned goes from the oldest on: an epoch that is missing between two is lost.
                add(new EpochLink(expected, List.of(), null, RecordCursor.NO_CUT, 0));
            }
            add(link);
        }
    }

    /** Its writer was stopped before it had written the first record, which comes before the name in CURRENT. */
    private static boolean isNotBegun(final EpochLink link, final int current)
    {
        return link.start() == null && link.epoch() > current;
    }

    private void add(final EpochLink link)
    {
        links.addFirst(successor == null ? link : link.cutAt(successor));
        successor = link.start();
        if (successor != null)
        {
            expected = successor.previousEpoch();
        }
        else
        {
            // Without its first segment nothing before it is needed or can be found.
            expected = link.lacksFirstSegment() ? 0 : ANY;
        }
    }

    /** The first epoch of all may be one whose writer died before it had a segment: then there is nothing yet. */
    private void skipNeverBegun() throws IOException
    {
        final int current = files.current().orElse(0);
        while (!links.isEmpty() && links.getFirst().segments().isEmpty() && !links.getFirst().isFollowed() &&
            links.getFirst().epoch() > current)
        {
            skipped.add(links.removeFirst().epoch());
        }
    }

    private EpochLink link(final int epoch) throws IOException
    {
        final List<Integer> segments = files.segments(epoch);
        final EpochStart start =
            FirstRecord.of(files, epoch, 0).map(FirstRecord::start).orElse(null);
        return new EpochLink(epoch, segments, start, RecordCursor.NO_CUT, 0);
    }
}

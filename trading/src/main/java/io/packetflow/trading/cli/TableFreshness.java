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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.ringbuffers.share.SharedView;
import io.packetflow.ringbuffers.share.TableOrigin;

/**
 * Cold path. How current a table is, by the journal where this user may read it, else by what its filler had seen.
 *
 * @param lagInstances by how many instances the table is behind
 * @param isByJournal whether the journal says so
 * @param ageMillis since the filler last said anything, by the host's clock
 * @param filler what became of the process that fills it: {@code running}, {@code ended} or {@code gone}
 * @param text of its process
 */
record TableFreshness(long lagInstances, boolean isByJournal, long ageMillis, String filler, String text)
{
    static TableFreshness of(final SharedView view, final long nowMillis) throws IOException
    {
        final TableOrigin origin = view.origin();
        final long inJournal = inJournal(origin);
        final long known = Math.max(view.progress().journalSequence(), inJournal);
        final String filler = view.progress().isEnded() ? "ended" : origin.isRunning() ? "running" : "gone";
        return new TableFreshness(Math.max(0, known - view.progress().sequence()), inJournal >= 0,
            Math.max(0, nowMillis - view.progress().publishedMillis()), filler, "process " + origin.pid());
    }

    /** Returns the last instance of the journal that the table is of, -1 if it cannot be read, or is another now. */
    private static long inJournal(final TableOrigin origin) throws IOException
    {
        final Path path = Path.of(origin.journal());
        try
        {
            final JournalView journal = JournalView.open(path);
            final boolean isSame = ((Number)Files.getAttribute(path, "unix:ino")).longValue() == origin.journalKey();
            return isSame ? journal.lastKnownSequence().orElse(0) : -1;
        }
        catch (final BadDataException | HostException e)
        {
            // A reader of the table need not have the journal; what is printed says by what the lag is counted.
            return -1;
        }
    }

    /** Returns whether the filler was killed, so that the table stays as it is. */
    boolean isFillerLost()
    {
        return filler.equals("gone");
    }

    String lag()
    {
        return String.format(Locale.ROOT, "behind by %,d instances%s", lagInstances,
            isByJournal ? "" : " when it was filled (its journal cannot be read here)");
    }

    Optional<String> warning()
    {
        return isFillerLost() ? Optional.of("STALE: " + text + ", which filled the table, was killed " +
            String.format(Locale.ROOT, "%,d ms", ageMillis) +
            " ago or less; 'packetflow positions publish' makes the table anew") : Optional.empty();
    }
}

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
package io.packetflow.engine.cli.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.packetflow.engine.cli.TextTable;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.EpochReport;
import io.packetflow.ringbuffers.journal.read.JournalReport;
import io.packetflow.ringbuffers.journal.read.JournalVerification;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

/** Cold path. The tables of {@code packetflow journal ls}. */
final class JournalListing
{
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int KIB = 1024;
    private static final String UNKNOWN = "?";

    private final JournalView view;
    private final JournalVerification found;
    private final JournalReport report;
    private final StringBuilder text = new StringBuilder(1_024);

    JournalListing(final JournalView view, final JournalVerification found)
    {
        this.view = view;
        this.found = found;
        this.report = found.report();
    }

    String text() throws IOException
    {
        epochs();
        snapshots();
        smallFiles();
        report.remarks().forEach(remark -> line("remark    %s", remark));
        clockSteps();
        line("");
        verdict();
        return text.toString();
    }

    private void epochs()
    {
        if (report.epochs().isEmpty())
        {
            line("no epoch was begun");
            return;
        }
        final TextTable table = new TextTable(
            "epoch", "mode", "begun (UTC)", "pid", "segments", "instances", "KiB", "ended");
        for (final EpochReport epoch : report.epochs())
        {
            table.row(String.valueOf(epoch.epoch()),
                epoch.start().map(start -> mode(start.durability())).orElse(UNKNOWN),
                epoch.start().map(start -> time(start.wallNanos())).orElse(UNKNOWN),
                epoch.start().map(EpochStart::pid).map(String::valueOf).orElse(UNKNOWN),
                epoch.firstSegment() + "-" + epoch.lastSegment(), instances(epoch), kib(epoch.bytes()), ended(epoch));
        }
        text.append(table.plain());
    }

    /**
     * Epochs follow each other by number, and records by logical time: a clock that was set back harms neither. A step
     * that is shorter than the epoch before it cannot be seen.
     */
    private void clockSteps()
    {
        final List<EpochReport> begun = report.epochs().stream().filter(epoch -> epoch.start().isPresent()).toList();
        for (int i = 1; i < begun.size(); i++)
        {
            final long backNanos =
                begun.get(i - 1).start().orElseThrow().wallNanos() - begun.get(i).start().orElseThrow().wallNanos();
            if (backNanos > 0)
            {
                final String back = Duration.ofMillis(Math.max(1, TimeUnit.NANOSECONDS.toMillis(backNanos))).toString();
                line("remark    the host's clock was set back: epoch %d begins %s before epoch %d, which it follows " +
                    "all the same", begun.get(i).epoch(), back.substring(2).toLowerCase(Locale.ROOT),
                    begun.get(i - 1).epoch());
            }
        }
    }

    private static String mode(final int code)
    {
        for (final Durability mode : Durability.values())
        {
            if (mode.code() == code)
            {
                return mode.text();
            }
        }
        return UNKNOWN;
    }

    static String time(final long wallNanos)
    {
        return Instant.ofEpochSecond(wallNanos / NANOS_PER_SECOND).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String instances(final EpochReport epoch)
    {
        return epoch.firstSequence() == 0 ? "none" :
            String.format(Locale.ROOT, "%,d-%,d", epoch.firstSequence(), epoch.lastSequence());
    }

    private static String kib(final long bytes)
    {
        return String.format(Locale.ROOT, "%,d", (bytes + KIB - 1) / KIB);
    }

    private String ended(final EpochReport epoch)
    {
        final List<EpochReport> epochs = report.epochs();
        final boolean isLast = epoch.epoch() == epochs.get(epochs.size() - 1).epoch();
        if (isLast && !report.end().kind().isOrderly())
        {
            return "damaged (" + report.end().kind() + ')';
        }
        if (epoch.isClosed())
        {
            return "closed in order";
        }
        return isLast && view.isWritten() ? "is being written" : "stopped";
    }

    private void snapshots() throws IOException
    {
        final SnapshotStore store = new SnapshotStore(view.files().storage());
        final List<Long> sequences = store.sequences();
        if (sequences.isEmpty())
        {
            line("%nno snapshots");
            return;
        }
        final TextTable table = new TextTable("snapshot of", "KiB", "state");
        for (final long sequence : sequences)
        {
            snapshot(store, table, sequence);
        }
        text.append('\n').append(table.plain());
    }

    private void snapshot(final SnapshotStore store, final TextTable table, final long sequence) throws IOException
    {
        final String path = SnapshotStore.path(sequence);
        try (StorageFile file = view.files().storage().open(path, false))
        {
            table.row(String.format(Locale.ROOT, "%,d", sequence), kib(file.size()),
                store.check(sequence).map(refusal -> "not sound: " + refusal.cause()).orElse("sound"));
        }
        catch (final NoSuchFileException e)
        {
            // A running engine has written a newer one meanwhile, and this one is not kept any more.
            table.row(String.format(Locale.ROOT, "%,d", sequence), UNKNOWN, "removed meanwhile");
        }
    }

    private void smallFiles() throws IOException
    {
        line("");
        line("mark      %s", report.mark().map(mark -> String.format(Locale.ROOT, "instance %,d of epoch %d, at %s",
            mark.sequence(), mark.epoch(), time(mark.wallNanos()))).orElse("none"));
        line("head      %s", view.head().map(head -> String.format(Locale.ROOT,
            "epoch %d appended instance %,d%s", head.epoch(), head.appendedSequence(), head.fence() == 0 ? "" :
            ", fenced by epoch " + head.fence())).orElse("none"));
        line("writer    %s", view.owner().map(owner -> owner.isHeld() ?
            "process " + owner.pid() + " has the lock" :
            "nobody; process " + owner.pid() + " had the lock last").orElse("nobody"));
    }

    private void verdict()
    {
        if (!found.isSound())
        {
            found.damages().forEach(damage -> line("damaged: %s", damage));
            return;
        }
        line("sound: %s", summary(report, view.isWritten()));
    }

    /** Says in a line what a sound journal holds. */
    static String summary(final JournalReport report, final boolean isWritten)
    {
        final Optional<EpochReport> first =
            report.epochs().stream().filter(epoch -> epoch.firstSequence() > 0).findFirst();
        final String held = first.map(epoch -> String.format(Locale.ROOT, "instances %,d to %,d in %,d %s",
            epoch.firstSequence(), report.lastSequence(), report.epochs().size(),
            report.epochs().size() == 1 ? "epoch" : "epochs")).orElse("no instances");
        return held + "; " + (isWritten ? "its writer goes on" : report.end().kind() + ": " + report.end().cause());
    }

    private void line(final String format, final Object... values)
    {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

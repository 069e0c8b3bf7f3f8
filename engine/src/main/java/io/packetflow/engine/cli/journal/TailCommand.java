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
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.ringbuffers.journal.read.LiveTail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow journal tail}: the records of a journal as they come. */
@Command(
    name = "tail",
    header = "Follow a journal while it is written.",
    description = {
        "Prints each record as the engine appends it, over segments and epochs, also when the engine starts again. " +
            "The engine never waits for it.",
        "Ctrl-C ends it."},
    footer = {"", "Exit codes: 0 ended by Ctrl-C or --count, 2 usage, 3 damaged, or no journal, 4 it cannot be read."})
final class TailCommand implements Callable<Integer>
{
    private static final String END = "end";
    private static final long PAUSE_NANOS = 2_000_000;

    @ParentCommand
    private JournalCommand journal;

    @Mixin
    private RecordOptions records;

    @Parameters(paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--from", paramLabel = "SEQ|end", defaultValue = END,
        description = "sequence of the first instance, or 'end' for what comes from now on (default: " +
            "${DEFAULT-VALUE})")
    private String from;

    @Option(names = "--count", paramLabel = "N", description = "end after so many records")
    private Long count;

    private long firstSequence;
    private long printed;
    /** Whether all that was there at the beginning has been passed. */
    private boolean isCaughtUp;

    @Override
    public Integer call() throws IOException
    {
        if (count != null && count < 1)
        {
            throw new UsageException("--count N is 1 or more: --count=" + count);
        }
        final JournalView view = JournalView.open(directory);
        firstSequence = firstSequence(view);
        try (StopSignal signal = new StopSignal(); LiveTail tail = LiveTail.from(view.files(), firstSequence))
        {
            while (!signal.isRequested() && (count == null || printed < count) &&
                !journal.terminal().out().checkError())
            {
                burst(tail);
                rest(tail);
            }
        }
        return ExitCode.OK;
    }

    /** From the end: behind what its writer has appended by now; of a journal at rest, behind all that is there. */
    private long firstSequence(final JournalView view) throws IOException
    {
        if (from.equals(END))
        {
            return view.isWritten() ? view.lastKnownSequence().orElse(0) + 1 : Long.MAX_VALUE;
        }
        if (!from.matches("[0-9]{1,18}"))
        {
            throw new UsageException("--from takes the sequence of an instance, or 'end': '" + from + "'");
        }
        return Long.parseLong(from);
    }

    private void burst(final LiveTail tail) throws IOException
    {
        while ((count == null || printed < count) && tail.poll())
        {
            if (tail.cursor().sequence() >= firstSequence)
            {
                printed += records.print(tail.cursor(), tail.epochStart(), journal.terminal().out()) ? 1 : 0;
            }
        }
    }

    private void rest(final LiveTail tail) throws IOException
    {
        if (count != null && printed >= count)
        {
            return;
        }
        if (!tail.pollAndLook())
        {
            onEnd(tail);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        else if (tail.cursor().sequence() >= firstSequence)
        {
            printed += records.print(tail.cursor(), tail.epochStart(), journal.terminal().out()) ? 1 : 0;
        }
    }

    private void onEnd(final LiveTail tail)
    {
        journal.terminal().out().flush();
        if (tail.end() != null)
        {
            throw new BadDataException(tail.end().text());
        }
        if (isCaughtUp)
        {
            return;
        }
        isCaughtUp = true;
        final long last = tail.cursor().sequence();
        if (!from.equals(END) && firstSequence > last + 1)
        {
            throw new UsageException("the journal " + directory + " ends at sequence " + last + ", before --from=" +
                from + "; --from end waits for what comes");
        }
        firstSequence = Math.min(firstSequence, last);
        journal.terminal().err().println("following behind sequence " + last);
    }
}

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

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.ringbuffers.journal.read.JournalReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow journal dump}: the records of a journal as text. */
@Command(
    name = "dump",
    header = "Print the records of a journal, one a line.",
    description = {
        "Prints the records in their order, over all epochs, up to the end or to the first damage.",
        "A record about the journal itself has the sequence of the instance before it."},
    footer = {"", "Exit codes: 0 printed, 2 usage, 3 damaged (what came before is printed), 4 it cannot be read."})
final class DumpCommand implements Callable<Integer>
{
    private static final int CHECK_MASK = 1023;

    @ParentCommand
    private JournalCommand journal;

    @Mixin
    private RecordOptions records;

    @Parameters(paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--from", paramLabel = "SEQ", defaultValue = "0",
        description = "sequence of the first instance (default: the first that is there)")
    private long from;

    @Option(names = "--to", paramLabel = "SEQ", description = "sequence of the last instance (default: the last)")
    private Long to;

    @Option(names = "--count", paramLabel = "N", description = "print at most so many records")
    private Long count;

    @Override
    public Integer call() throws IOException
    {
        requireRange();
        final JournalView view = JournalView.open(directory);
        try (JournalReader reader = view.reader(from))
        {
            print(reader);
            journal.terminal().out().flush();
            if (reader.end() != null)
            {
                judgeEnd(reader);
            }
        }
        return ExitCode.OK;
    }

    private void requireRange()
    {
        if (from < 0 || (to != null && to < from) || (count != null && count < 1))
        {
            throw new UsageException("--from SEQ is 0 or more, --to SEQ not below it, --count N 1 or more: --from=" +
                from + (to == null ? "" : " --to=" + to) + (count == null ? "" : " --count=" + count));
        }
    }

    private void print(final JournalReader reader) throws IOException
    {
        final long last = to == null ? Long.MAX_VALUE : to;
        final long most = count == null ? Long.MAX_VALUE : count;
        long printed = 0;
        while (printed < most && reader.next() && reader.cursor().sequence() <= last)
        {
            final boolean isPrinted = reader.cursor().sequence() >= from &&
                records.print(reader.cursor(), reader.epochStart(), journal.terminal().out());
            printed += isPrinted ? 1 : 0;
            // A reader who has left, as head does, wants no more.
            if (isPrinted && (printed & CHECK_MASK) == 0 && journal.terminal().out().checkError())
            {
                return;
            }
        }
    }

    private void judgeEnd(final JournalReader reader)
    {
        if (!reader.end().kind().isOrderly())
        {
            throw new BadDataException(reader.end().text());
        }
        if (from > reader.end().last().sequence())
        {
            throw new UsageException("the journal " + directory + " ends at sequence " +
                reader.end().last().sequence() + ", before --from=" + from);
        }
    }
}

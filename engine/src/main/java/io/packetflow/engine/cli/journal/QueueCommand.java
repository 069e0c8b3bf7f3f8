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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.ringbuffers.journal.queue.QueueDirectories;
import io.packetflow.ringbuffers.journal.queue.QueueName;
import io.packetflow.ringbuffers.journal.queue.QueueReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow journal queue}: what the Chronicle Queue behind a journal holds. */
@Command(
    name = "queue",
    header = "Print the records of the Chronicle Queue behind a journal.",
    description = {
        "Reads a queue that 'trade --journal DIR --queue QDIR' fills or has filled, verifies each record, and prints " +
            "it: the newest queue of the newest epoch, or of --epoch. The engine never waits for it.",
        "A queue may lag, and may end before its journal does: who must know reads the journal."},
    footer = {"", "Exit codes: 0 printed, 2 usage, 3 damaged, or no queue, 4 it cannot be read."})
final class QueueCommand implements Callable<Integer>
{
    private static final long PAUSE_NANOS = 2_000_000;
    private static final int CHECK_MASK = 1023;

    @ParentCommand
    private JournalCommand journal;

    @Mixin
    private RecordOptions records;

    @Parameters(paramLabel = "QDIR", description = "directory that was given to --queue, or one of the queues in it")
    private Path directory;

    @Option(names = "--epoch", paramLabel = "N", description = "epoch of the journal (default: the newest)")
    private Integer epoch;

    @Option(names = "--from", paramLabel = "SEQ", defaultValue = "0",
        description = "sequence of the first instance that is printed (default: the first that is there)")
    private long from;

    @Option(names = "--count", paramLabel = "N", description = "print at most so many records")
    private Long count;

    @Option(names = "--follow", description = "wait for more at the end, until Ctrl-C")
    private boolean isFollowing;

    private long printed;

    @Override
    public Integer call() throws IOException
    {
        if (from < 0 || (count != null && count < 1) || (epoch != null && epoch < 1))
        {
            throw new UsageException("--from SEQ is 0 or more, --count N and --epoch N 1 or more: --from=" + from +
                (count == null ? "" : " --count=" + count) + (epoch == null ? "" : " --epoch=" + epoch));
        }
        final Path queue = queue();
        try (StopSignal signal = new StopSignal(); QueueReader reader = open(queue))
        {
            journal.terminal().err().println("queue: " + queue);
            read(reader, signal);
            journal.terminal().out().flush();
            reader.damage().ifPresent(damage ->
            {
                throw new BadDataException(damage);
            });
        }
        return ExitCode.OK;
    }

    private Path queue() throws IOException
    {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS))
        {
            throw new BadDataException("there is no directory of queues " + directory +
                "; name the one that was given to --queue");
        }
        if (!Files.isReadable(directory) || !Files.isExecutable(directory))
        {
            throw new HostException("the queues in " + directory +
                " cannot be read: permission denied; run as the user who writes them");
        }
        if (QueueName.parse(String.valueOf(directory.toAbsolutePath().normalize().getFileName())).isPresent())
        {
            return directory;
        }
        final QueueDirectories queues = QueueDirectories.at(directory);
        final List<QueueName> names =
            queues.all().stream().filter(name -> epoch == null || name.epoch() == epoch).toList();
        if (names.isEmpty())
        {
            throw new BadDataException("there is no queue" + (epoch == null ? "" : " of epoch " + epoch) + " in " +
                directory + "; name the directory that was given to --queue" +
                (queues.all().isEmpty() ? "" : ", or one of the epochs from " + queues.all().get(0).epoch() + " to " +
                queues.all().get(queues.all().size() - 1).epoch()));
        }
        return queues.path(names.get(names.size() - 1));
    }

    private static QueueReader open(final Path queue)
    {
        try
        {
            return QueueReader.open(queue);
        }
        catch (final NoSuchFileException e)
        {
            throw new BadDataException("the queue " + queue + " holds no record yet, or lacks a file; come again, or " +
                "let 'packetflow journal fill' make another one", e);
        }
        catch (final IOException e)
        {
            throw new BadDataException(e.getMessage(), e);
        }
    }

    private void read(final QueueReader reader, final StopSignal signal)
    {
        while ((count == null || printed < count) && !signal.isRequested())
        {
            if (reader.poll())
            {
                print(reader);
            }
            else if (!isFollowing || reader.damage().isPresent() || journal.terminal().out().checkError())
            {
                return;
            }
            else
            {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            // A reader who has left, as head does, wants no more.
            if ((printed & CHECK_MASK) == CHECK_MASK && journal.terminal().out().checkError())
            {
                return;
            }
        }
    }

    private void print(final QueueReader reader)
    {
        if (reader.record().sequence() >= from && records.print(reader.record(), journal.terminal().out()))
        {
            printed++;
        }
    }
}

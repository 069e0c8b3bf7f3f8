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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.ringbuffers.share.SharedTableException;
import io.packetflow.ringbuffers.share.SharedTableReader;
import io.packetflow.ringbuffers.share.SharedView;
import io.packetflow.trading.positions.PositionSchema;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow positions show}: reads a positions table that another process fills. */
@Command(
    name = "show",
    header = "Print a positions table, and how current it is.",
    description = {
        "Reads a table that 'packetflow positions publish' fills or has filled: rows of one moment, the instance up " +
            "to which they are current, and how far that is behind the journal. It " +
            "never waits longer than some seconds."},
    footer = {
        "",
        "Exit codes: 0 printed, 1 printed, but its filler was killed and what it holds is old, 2 usage, 3 no table, " +
            "or damaged, half written or locked by a process that was killed, 4 it cannot be read."})
final class ShowPositionsCommand implements Callable<Integer>
{
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    @ParentCommand
    private PositionsCommand positions;

    @Parameters(paramLabel = "TABLE", description = "file of the table")
    private Path table;

    @Option(names = "--watch", description = "print it again twice a second, until Ctrl-C")
    private boolean isWatching;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json is one object a line")
    private Format format;

    /** How rows are printed. */
    enum Format
    {
        /** For people. */
        table,
        /** For programs. */
        json
    }

    @Override
    public Integer call() throws IOException
    {
        try (StopSignal signal = new StopSignal())
        {
            TableFreshness freshness = show(signal);
            while (isWatching && !signal.isRequested() && !positions.root().terminal().out().checkError())
            {
                // Its filler has put another one in its place.
                freshness = show(signal);
            }
            return freshness.isFillerLost() ? ExitCode.VERDICT_AGAINST : ExitCode.OK;
        }
        catch (final SharedTableException e)
        {
            throw TableRefusals.of(e);
        }
    }

    /** Shows one file, while it is in its place. */
    private TableFreshness show(final StopSignal signal) throws IOException
    {
        try (SharedTableReader reader = SharedTableReader.open(table, PositionSchema.READING))
        {
            TableFreshness freshness = print(reader.read());
            while (isWatching && !signal.isRequested() && !reader.isReplaced() &&
                !positions.root().terminal().out().checkError())
            {
                LockSupport.parkNanos(WATCH_NANOS);
                freshness = print(reader.read());
            }
            return freshness;
        }
    }

    private TableFreshness print(final SharedView view) throws IOException
    {
        final TableFreshness freshness = TableFreshness.of(view, System.currentTimeMillis());
        final PrintWriter out = positions.root().terminal().out();
        out.print(format == Format.json ? PositionsText.json(view, freshness) : PositionsText.table(view, freshness));
        out.flush();
        freshness.warning().ifPresent(warning -> positions.root().terminal().err().println(warning));
        return freshness;
    }
}

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
package io.packetflow.trading.feed;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.trading.feed.file.FeedException;

/** Cold path. {@code packetflow book}: the books of a recorded feed, from the command line. */
@Command(
    name = "book",
    header = "Rebuild the order books of a recorded ITCH 5.0 feed.",
    description = BookCommand.DESCRIPTION,
    footer = BookCommand.FOOTER)
public final class BookCommand implements Callable<Integer>
{
    static final String DESCRIPTION =
        "Reads FILE (Nasdaq ITCH 5.0 in BinaryFILE framing), rebuilds the books of all its symbols and prints what " +
        "was in it.%nWith --bbo, writes a line for each change of one symbol's best bid or offer:%n" +
        "  msgIndex,tsNanos,bidPx,bidQty,askPx,askQty%n" +
        "msgIndex counts all messages of the file from 0, tsNanos counts from midnight Eastern time, prices have " +
        "four decimals (3201400 is 320.1400), an empty side is 0.";
    static final String FOOTER =
        "%nExit codes: 0 done; 2 wrong usage; 3 bad data (also a file that is cut: it is reported up to the cut); " +
        "4 the lines cannot be written.";

    private static final long PROGRESS_FROM_BYTES = 50L * 1024 * 1024;

    @Parameters(paramLabel = "FILE", description = "The recorded feed.")
    private Path file;

    @Option(names = "--bbo", paramLabel = "FILE.csv", description = "Where to write the changes of the inside.")
    private Path bbo;

    @Option(
        names = "--symbol",
        paramLabel = "S",
        description = "The symbol to report; needed with --bbo where several symbols have orders.")
    private String symbol;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Creates the command; picocli sets what was given on the command line. */
    public BookCommand()
    {
    }

    @Override
    public Integer call()
    {
        final BookRequest request =
            new BookRequest(file, Optional.ofNullable(bbo), Optional.ofNullable(symbol));
        final PrintWriter errors = spec.commandLine().getErr();
        try
        {
            return print(BookReport.run(request, progress(errors)));
        }
        catch (final BookRequestException e)
        {
            throw new UsageException(e.getMessage(), e);
        }
        catch (final FeedException e)
        {
            throw new BadDataException(e.getMessage(), e);
        }
        catch (final IOException e)
        {
            throw new HostException(
                "cannot write " + bbo + ": " + IoFailure.reason(e) +
                "; check the directory, its permissions and the space left", e);
        }
    }

    private int print(final BookSummary summary)
    {
        final PrintWriter out = spec.commandLine().getOut();
        out.print(json ? BookSummaryJson.format(summary) : BookSummaryText.format(summary));
        out.flush();
        final Optional<String> defect = summary.feed().defect(file.toString());
        if (defect.isPresent())
        {
            throw new BadDataException(defect.get());
        }
        return ExitCode.OK;
    }

    private DoubleConsumer progress(final PrintWriter errors)
    {
        if (file.toFile().length() < PROGRESS_FROM_BYTES || Files.isDirectory(file))
        {
            return done -> { };
        }
        return done ->
        {
            errors.printf("%s: %.0f %%%n", file.getFileName(), done * 100);
            errors.flush();
        };
    }
}

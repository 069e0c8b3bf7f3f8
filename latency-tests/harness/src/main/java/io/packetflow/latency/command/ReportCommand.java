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
package io.packetflow.latency.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.html.StoredReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cold path. Makes the report of what was measured before. */
@Command(name = "report", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Make one page of what was measured before: curves, ladders, stage budget, comparisons, jitter " +
    "floor, host. It measures nothing.",
    footer = "%nExit codes: 0 ok, 2 usage, or nothing was measured there, 3 a file is damaged.%n%n" +
    "  bench report                                  report.html of the last run%n" +
    "  bench report run1 run2 --html all.html        several runs as one%n" +
    "  bench report --into latency-tests/README.md   the table in a document")
public final class ReportCommand implements Callable<Integer>
{
    private static final Path STANDARD = Path.of("packetflow-out", "bench");

    @Parameters(arity = "0..*", paramLabel = "DIR",
        description = "results of runs (default: packetflow-out/bench); of the same scenario, the last counts")
    private List<Path> directories = new ArrayList<>();

    @Option(names = "--html", paramLabel = "FILE", description = "the page (default: report.html in the first DIR)")
    private Path html;

    @Option(names = "--markdown", description = "print the table as Markdown, make no page")
    private boolean markdown;

    @Option(names = "--into", paramLabel = "FILE",
        description = "put the table into a document, between the lines <!-- bench report: begin --> and " +
        "<!-- bench report: end -->")
    private Path into;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException
    {
        final PrintWriter terminal = spec.commandLine().getOut();
        final List<Path> sources = directories.isEmpty() ? List.of(STANDARD) : directories;
        if (into != null && !Files.isRegularFile(into))
        {
            throw new UsageException("no document at --into=" + into);
        }
        final StoredReport report = StoredReport.of(sources);
        if (markdown)
        {
            terminal.print(report.markdown());
        }
        else
        {
            final Path page = html == null ? sources.get(0).resolve("report.html") : html;
            report.writePage(page);
            terminal.println("wrote " + page);
        }
        if (into != null)
        {
            report.writeInto(into);
            terminal.println("wrote the table into " + into);
        }
        terminal.flush();
        return ExitCode.OK;
    }
}

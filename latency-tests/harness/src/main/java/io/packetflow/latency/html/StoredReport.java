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
package io.packetflow.latency.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;

/** Cold path. The report over what was measured before: a page, a table, or a part of a document. */
public final class StoredReport
{
    private static final String BEGIN = "<!-- bench report: begin -->";
    private static final String END = "<!-- bench report: end -->";

    private final StoredRun run;

    private StoredReport(final StoredRun run)
    {
        this.run = run;
    }

    /**
     * Reads what was measured.
     *
     * @param directories of runs; of the same scenario, the last counts
     * @return the report
     * @throws IOException if a file cannot be read
     * @throws UsageException if nothing was measured in a directory
     * @throws BadDataException if a file is damaged
     */
    public static StoredReport of(final List<Path> directories) throws IOException
    {
        return new StoredReport(StoredRunReader.read(directories));
    }

    /**
     * Writes the page.
     *
     * @param file to write
     * @throws IOException if it cannot be written
     */
    public void writePage(final Path file) throws IOException
    {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, new ReportPage(run).page());
    }

    /** Returns the table as Markdown. */
    public String markdown()
    {
        return new ReportTable(run).markdown();
    }

    /**
     * Puts the table into a document, in the place of the one that is there.
     *
     * @param file with both marks, {@value #BEGIN} and {@value #END}
     * @throws IOException if it cannot be read or written
     * @throws UsageException if it lacks the marks
     */
    public void writeInto(final Path file) throws IOException
    {
        final String text = Files.readString(file);
        final int begin = text.indexOf(BEGIN);
        final int end = text.indexOf(END);
        if (begin < 0 || end < begin)
        {
            throw new UsageException(file + " has no place for the table; put the lines " + BEGIN + " and " + END +
                " where it shall stand");
        }
        Files.writeString(file, text.substring(0, begin) + BEGIN + "\n\n" + markdown() + text.substring(end));
    }
}

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
package io.packetflow.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * Cold path. Where a command prints.
 *
 * @param out     results
 * @param err     errors and progress
 * @param unicode whether both can show more than ASCII
 * @param interactive whether somebody watches the errors, so that a line of progress may be written over
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean unicode, boolean interactive)
{
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /**
     * A terminal that nobody watches.
     *
     * @param out     results
     * @param err     errors and progress
     * @param unicode whether both can show more than ASCII
     */
    public Terminal(final PrintWriter out, final PrintWriter err, final boolean unicode)
    {
        this(out, err, unicode, false);
    }

    /** Returns standard output and standard error, in the character set of the terminal. */
    static Terminal standard(final ResultStream results)
    {
        final Charset charset = charset();
        return new Terminal(
            writer(results, charset), writer(System.err, charset), charset.newEncoder().canEncode('\u2502'),
            isWatched(STANDARD_ERROR));
    }

    /** @return whether results may be coloured: somebody watches them, and has not asked for none ({@code NO_COLOR}) */
    public boolean isColoured()
    {
        return System.getenv("NO_COLOR") == null && isRefreshable();
    }

    /** @return whether somebody watches the results, so that what was printed may be cleared and printed anew */
    public boolean isRefreshable()
    {
        return interactive && isWatched(STANDARD_OUTPUT);
    }

    /** Linux says where a stream leads; elsewhere picocli knows a terminal on every JDK. */
    private static boolean isWatched(final Path stream)
    {
        try
        {
            final String target = Files.readSymbolicLink(stream).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        }
        catch (final IOException | UnsupportedOperationException e)
        {
            return Ansi.AUTO.enabled();
        }
    }

    private static PrintWriter writer(final OutputStream stream, final Charset charset)
    {
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    private static Charset charset()
    {
        // JDK 19 and later say stdout.encoding; earlier ones say sun.stdout.encoding where there is a terminal.
        final String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}

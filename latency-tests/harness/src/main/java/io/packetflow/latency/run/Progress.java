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
package io.packetflow.latency.run;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;

/** Cold path. Tells whoever waits what runs, and what each fork gave. */
public final class Progress
{
    private final PrintWriter out;

    /**
     * Prints progress.
     *
     * @param out where it goes
     */
    public Progress(final PrintWriter out)
    {
        this.out = out;
    }

    /** Returns progress that nobody reads. */
    public static Progress none()
    {
        return new Progress(new PrintWriter(Writer.nullWriter()));
    }

    void begin(final String scenario, final String subject, final int round, final int rounds)
    {
        out.printf(Locale.ROOT, "%-16s %-28s %d/%d  ", scenario, subject, round, rounds);
        out.flush();
    }

    void end(final String summary, final double seconds)
    {
        out.printf(Locale.ROOT, "%s (%.1f s)%n", summary, seconds);
        out.flush();
    }

    /**
     * Says something.
     *
     * @param line to print
     */
    public void say(final String line)
    {
        out.println(line);
        out.flush();
    }
}

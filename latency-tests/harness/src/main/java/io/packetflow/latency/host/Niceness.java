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
package io.packetflow.latency.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cold path. How nice a process is to others, as the kernel says it: from -20 (not at all) to 19. */
public final class Niceness
{
    private static final Path STAT = Path.of("/proc/self/stat");
    /** Fields behind the command name, which is in brackets and may hold anything. */
    private static final int FIELD = 16;

    private Niceness()
    {
    }

    /** Returns the niceness of this process, or that it is unknown. */
    public static String ofThisProcess()
    {
        try
        {
            return parse(Files.readString(STAT));
        }
        catch (final IOException notLinux)
        {
            return "unknown";
        }
    }

    static String parse(final String stat)
    {
        final String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > FIELD ? fields[FIELD] : "unknown";
    }
}

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
package io.packetflow.ringbuffers.journal.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cold path. Under which user this process runs. */
final class ThisUser
{
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String KEY = "Uid:";
    /** Real, effective, saved, file system: files are made by the effective one. */
    private static final int EFFECTIVE = 2;

    private ThisUser()
    {
    }

    static int id() throws IOException
    {
        for (final String line : Files.readAllLines(STATUS))
        {
            if (line.startsWith(KEY))
            {
                return Integer.parseUnsignedInt(line.split("\\s+", -1)[EFFECTIVE]);
            }
        }
        throw new IOException("the host does not tell under which user this process runs: " + STATUS +
            " has no line " + KEY + "; PacketFlow needs a Linux /proc");
    }
}

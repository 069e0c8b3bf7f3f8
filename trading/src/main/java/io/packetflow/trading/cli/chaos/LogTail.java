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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Cold path. The last lines that a process printed. */
final class LogTail
{
    private static final int LINES = 15;

    private LogTail()
    {
    }

    static String of(final Path log) throws IOException
    {
        final List<String> all = Files.readAllLines(log);
        return String.join("\n", all.subList(Math.max(0, all.size() - LINES), all.size()));
    }
}

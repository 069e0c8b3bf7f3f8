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
package io.packetflow.latency.load;

import java.io.IOException;
import java.nio.file.Path;

import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;

/** Files that look recorded. */
public final class RecordedFiles
{
    private static final int SEED = 3;
    private static final int SYMBOLS = 5;
    private static final int LIVE_ORDERS = 600;

    private RecordedFiles()
    {
    }

    /** Writes a day of a few symbols. */
    public static Path write(final Path directory, final int messages) throws IOException
    {
        final Path file = directory.resolve("day-" + messages + ".itch50");
        GeneratedFeed.toFile(
            GeneratorConfig.of(messages, SEED, SYMBOLS, LIVE_ORDERS), file, true, written -> { });
        return file;
    }
}

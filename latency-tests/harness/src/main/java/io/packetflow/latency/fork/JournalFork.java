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
package io.packetflow.latency.fork;

import java.nio.file.Path;

import io.packetflow.latency.engine.MeasuredEngine;
import io.packetflow.latency.load.FeedLoad;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cold path. Leaves a journal behind as a process does that dies: the engine is not closed, the JVM ends. */
@Command(name = "journal", description = "Leaves a journal behind, as a process does that dies.")
final class JournalFork extends Fork
{
    @Mixin
    private LoadOptions options;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "where it is written")
    private Path directory;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final FeedLoad load = options.open();
        final MeasuredEngine engine =
            MeasuredEngine.journaledIn(load, directory, line -> System.out.println(line));
        LoopFigures.put(result, load, engine.run(), engine.output().count());
        result.text("journal", directory.getFileName().toString());
    }
}

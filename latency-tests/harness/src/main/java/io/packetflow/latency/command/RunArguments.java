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

import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Size;

import picocli.CommandLine.Option;

/** Cold path. The options that all measuring commands share. */
public final class RunArguments
{
    private static final int MAX_FORKS = 1_000;

    @Option(names = "--recorded", paramLabel = "FILE",
        description = "ITCH 5.0 file of the recorded feed; without it a generated market stands in")
    private Path recorded;

    @Option(names = "--size", paramLabel = "SIZE",
        description = "full, quick (minutes, rough) or smoke (seconds, meaningless) (default: full; compare: quick)")
    private Size size;

    @Option(names = "--forks", paramLabel = "N",
        description = "JVMs for each subject (default: 5, quick 3, smoke 1; compare and calibrate: 7)")
    private Integer forks;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "packetflow-out/bench",
        description = "where results go (default: packetflow-out/bench)")
    private Path out;

    @Option(names = "--args", paramLabel = "DIR", defaultValue = "${sys:packetflow.bench.args:-tuning/bin}",
        description = "directory of the launcher's argument files")
    private Path arguments;

    /** Picocli makes it. */
    public RunArguments()
    {
    }

    /** Returns where results go. */
    public Path out()
    {
        return out;
    }

    /** Returns the directory of the launcher's argument files. */
    public Path arguments()
    {
        return arguments;
    }

    /**
     * Returns what was asked for.
     *
     * @param otherwise how much is measured where nothing was said
     * @param otherwiseForks of each subject where nothing was said; 0 for those of the size
     * @return the options
     * @throws UsageException if they make no sense
     */
    public BenchOptions options(final Size otherwise, final int otherwiseForks)
    {
        final Size chosen = size == null ? otherwise : size;
        final int standard = otherwiseForks == 0 ? chosen.forks() : otherwiseForks;
        final int count = forks == null ? standard : forks;
        if (count < 1 || count > MAX_FORKS)
        {
            throw new UsageException("each subject has 1 to " + MAX_FORKS + " forks: --forks=" + count);
        }
        if (recorded != null && !Files.isRegularFile(recorded))
        {
            throw new UsageException("no recorded feed at " + recorded + "; --recorded takes an ITCH 5.0 file");
        }
        return new BenchOptions(chosen, count, recorded, out, arguments);
    }
}

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
import io.packetflow.latency.gate.BaselineStore;

import picocli.CommandLine.Option;

/** Cold path. Where baselines are kept. */
public final class BaselineArguments
{
    @Option(names = "--baselines", paramLabel = "DIR",
        description = "where baselines are kept (default: latency-tests/baselines in the source tree)")
    private Path directory;

    /** Picocli makes it. */
    public BaselineArguments()
    {
    }

    /**
     * Opens the store.
     *
     * @param tree where the sources lie
     * @return the store; its directory need not exist yet
     * @throws UsageException if something else is in its place
     */
    BaselineStore store(final SourceTree tree)
    {
        final Path chosen = directory == null ? tree.home().resolve("latency-tests").resolve("baselines") : directory;
        if (Files.exists(chosen) && !Files.isDirectory(chosen))
        {
            throw new UsageException("--baselines=" + chosen + " is no directory");
        }
        return new BaselineStore(chosen);
    }
}

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

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** Cold path. Where the sources lie. */
public final class SourceTree
{
    @Option(names = "--home", paramLabel = "DIR", defaultValue = "${sys:packetflow.bench.home:-.}",
        description = "the source tree (default: where the bench lies)")
    private Path home;

    /** Picocli makes it. */
    public SourceTree()
    {
    }

    /** Returns the root of the source tree. */
    public Path home()
    {
        return home;
    }
}

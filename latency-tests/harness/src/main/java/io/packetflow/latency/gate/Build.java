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
package io.packetflow.latency.gate;

import java.nio.file.Path;

/**
 * Cold path. A build of PacketFlow that can be measured.
 *
 * @param name as a user called it
 * @param commit of its sources, with a + where they were changed since; {@code unknown} outside a repository
 * @param classPath of a fork
 * @param arguments directory with its launcher's argument files
 */
public record Build(String name, String commit, String classPath, Path arguments)
{
    private static final int SHORT = 12;

    /** Returns the commit as people write it. */
    public String shortCommit()
    {
        final int length = Math.min(SHORT, commit.length());
        return commit.substring(0, length) + (commit.length() > SHORT && commit.endsWith("+") ? "+" : "");
    }
}

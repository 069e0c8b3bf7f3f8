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
package io.packetflow.engine.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Cold path. Where files that live as long as a running engine are kept: in memory ({@code /dev/shm}) where the host
 * has it, because the kernel write-protects pages of disk files after each write-back and the next store then faults.
 */
public final class RuntimeDirectory
{
    private RuntimeDirectory()
    {
    }

    /** @return this user's directory; it need not exist yet */
    public static Path path()
    {
        final Path shared = Path.of("/dev/shm");
        final Path base = Files.isDirectory(shared) && Files.isWritable(shared)
            ? shared : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve("packetflow-" + System.getProperty("user.name"));
    }
}

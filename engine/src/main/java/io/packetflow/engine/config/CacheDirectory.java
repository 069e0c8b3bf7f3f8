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

import java.nio.file.Path;

/** Cold path. Where this user keeps what can be made again: as the XDG base directory specification says. */
public final class CacheDirectory
{
    private CacheDirectory()
    {
    }

    /** @return the directory; it need not exist yet */
    static Path path()
    {
        final String declared = System.getenv("XDG_CACHE_HOME");
        // The specification has relative paths ignored.
        final Path base = declared != null && Path.of(declared).isAbsolute() ? Path.of(declared) :
            Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("packetflow");
    }

    /** @return the directory of compiled code, where {@code packetflow.code.cache.dir} says nothing else */
    public static Path code()
    {
        return path().resolve("code");
    }
}

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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.nio.file.Path;

import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;

/**
 * A reader of a table that is not ours, and that ends within a read, with Chronicle Map's lock. Argument: the table;
 * what kind of map that is stands in the file.
 */
final class KilledReader
{
    /** Tells an end that was meant from a failure. */
    static final int HALTED = 42;

    private KilledReader()
    {
    }

    public static void main(final String[] args) throws IOException
    {
        final ChronicleMap<Long, byte[]> map = ChronicleMapBuilder.of(Long.class, byte[].class).entries(1)
            .constantValueSizeBySample(new byte[1]).createPersistedTo(Path.of(args[0]).toFile());
        map.queryContext(0L).readLock().lock();
        Runtime.getRuntime().halt(HALTED);
    }
}

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
package io.packetflow.ringbuffers.share;

import java.util.Map;

import net.openhft.chronicle.map.ChronicleMapBuilder;

/**
 * Cold path. The one shape of Chronicle Map that is used here: keys are {@code long}, values arrays of bytes of one
 * length, so that nothing is compiled at run time; one segment, so that one lock stands for all of the table.
 *
 * <p>What can only be said by system properties is said before Chronicle's classes are loaded, unless somebody else
 * has: no analytics, no announcer; a lock that is held for two seconds is an error and not a minute's wait; and no
 * shared lock on the file, which guards a recovery that is never made here, and which a process cannot hold twice.
 */
final class MapBuilders
{
    /** How long anybody waits for the table's lock. */
    static final int LOCK_TIMEOUT_SECONDS = 2;
    /** Bytes of a value. */
    static final int VALUE_BYTES = TableSchema.ROW_WORDS * Long.BYTES;

    private static final Map<String, String> PROPERTIES = Map.of(
        "chronicle.analytics.disable", "true",
        "chronicle.announcer.disable", "true",
        "chronicle.map.disable.locking", "shared",
        "net.openhft.chronicle.map.lockTimeoutSeconds", Integer.toString(LOCK_TIMEOUT_SECONDS));

    static
    {
        PROPERTIES.forEach((name, value) ->
        {
            if (System.getProperty(name) == null)
            {
                System.setProperty(name, value);
            }
        });
    }

    private MapBuilders()
    {
    }

    /** For a table of so many entries; of one that exists the file says how many. */
    static ChronicleMapBuilder<Long, byte[]> of(final long entries)
    {
        return ChronicleMapBuilder.of(Long.class, byte[].class).entries(entries).actualSegments(1)
            .constantValueSizeBySample(new byte[VALUE_BYTES]).putReturnsNull(true).skipCloseOnExitHook(true);
    }
}

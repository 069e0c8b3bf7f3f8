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
package io.packetflow.layout.memory;

import org.agrona.UnsafeApi;

/** Cold path. Says in plain words which JVM option is missing, before the first access fails with a riddle. */
public final class MemoryAccess
{
    /** The option that Agrona 2 needs on every JDK. */
    public static final String REQUIRED_OPTION = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

    private MemoryAccess()
    {
    }

    /**
     * Checks that off-heap memory can be reached.
     *
     * @throws IllegalStateException that names the missing option
     */
    public static void requireAvailable()
    {
        try
        {
            UnsafeApi.pageSize();
        }
        catch (final IllegalAccessError | ExceptionInInitializerError | NoClassDefFoundError e)
        {
            throw new IllegalStateException(
                "PacketFlow needs the JVM option " + REQUIRED_OPTION +
                " (add it to the java command line; the packetflow launcher does)", e);
        }
    }
}

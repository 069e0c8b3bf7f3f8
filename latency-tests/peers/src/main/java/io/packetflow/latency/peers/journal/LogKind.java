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
package io.packetflow.latency.peers.journal;

import java.io.IOException;
import java.nio.file.Path;

import io.packetflow.layout.memory.Slab;

/** Cold path. What is appended to. */
public enum LogKind
{
    /** Our journal. */
    OURS,
    /** Chronicle Queue by itself. */
    CHRONICLE;

    RecordLog make(final Path directory, final Promise promise, final Slab body, final int bodyBytes)
        throws IOException
    {
        return switch (this)
        {
            case OURS -> new OurJournal(directory, promise, body, bodyBytes);
            case CHRONICLE -> new ChronicleLog(directory, promise, body, bodyBytes);
        };
    }
}

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

/** Hot path. Something to which records are appended; one thread. */
public interface RecordLog extends AutoCloseable
{
    /**
     * Appends a record, and waits until what the log promises is true of it.
     *
     * @param value that fills its body
     */
    void append(long value);

    /**
     * Returns how many records a reader finds; cold, the last call before {@link #close()}.
     *
     * @return their number
     * @throws IOException if it cannot be read
     */
    long readBack() throws IOException;

    @Override
    void close() throws IOException;
}

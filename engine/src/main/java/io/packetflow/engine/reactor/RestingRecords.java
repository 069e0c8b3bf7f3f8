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
package io.packetflow.engine.reactor;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.RecordCursor;

/** Hot path of a replay. The records of a journal at rest, up to the last one that counts. */
final class RestingRecords implements RecordStream
{
    private final JournalReader reader;

    RestingRecords(final JournalReader reader)
    {
        this.reader = reader;
    }

    @Override
    public boolean next()
    {
        try
        {
            return reader.next();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RecordCursor record()
    {
        return reader.cursor();
    }
}

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

import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.journal.read.RecordCursor;

/** Hot path of a standby. The records of a journal that another process is writing, as far as they are there. */
final class LiveRecords implements RecordStream
{
    private final LiveTail tail;
    private boolean atOnce;

    LiveRecords(final LiveTail tail)
    {
        this.tail = tail;
    }

    @Override
    public boolean next()
    {
        try
        {
            return atOnce ? tail.pollAndLook() : tail.poll();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on what is not there yet is looked for at once: nobody appends any more. */
    void lookAtOnce()
    {
        atOnce = true;
    }

    @Override
    public RecordCursor record()
    {
        return tail.cursor();
    }
}

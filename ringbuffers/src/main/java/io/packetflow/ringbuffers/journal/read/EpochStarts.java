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
package io.packetflow.ringbuffers.journal.read;

import java.util.Optional;

import io.packetflow.ringbuffers.journal.format.EpochStart;

/** Cold path. Reads what an epoch's first record says. */
final class EpochStarts
{
    private EpochStarts()
    {
    }

    /** Decodes the body of the record at which a cursor stands; empty if it contradicts itself or its record. */
    static Optional<EpochStart> decode(final RecordCursor cursor)
    {
        final byte[] body = new byte[cursor.bodyLength()];
        cursor.slab().getBytes(cursor.bodyOffset(), body, 0, body.length);
        try
        {
            return Optional.of(EpochStart.decode(body)).filter(start -> agrees(start, cursor));
        }
        catch (final IllegalArgumentException e)
        {
            // The checksum is right, so a writer made it so: it is no first record that could be followed.
            return Optional.empty();
        }
    }

    private static boolean agrees(final EpochStart start, final RecordCursor cursor)
    {
        return start.lastSequence() == cursor.sequence() && start.lastSequence() >= 0 &&
            start.previousChecksum() == cursor.previousChecksum() &&
            start.previousEpoch() >= 0 && start.previousEpoch() < cursor.epoch();
    }
}

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

import java.util.Arrays;

import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;

/** What a record must be read back as, and where it lies. */
record RecordModel(
    RecordType type,
    int source,
    int kind,
    long sequence,
    long timeNanos,
    long clientSequence,
    String body,
    JournalPlace place,
    int checksum)
{
    static RecordModel of(final RecordCursor cursor)
    {
        final byte[] body = new byte[cursor.bodyLength()];
        cursor.slab().getBytes(cursor.bodyOffset(), body, 0, body.length);
        return new RecordModel(RecordType.of(cursor.type()).orElseThrow(), cursor.source(), cursor.kind(),
            cursor.sequence(), cursor.timeNanos(), cursor.clientSequence(), Arrays.toString(body),
            new JournalPlace(cursor.epoch(), cursor.segment(), cursor.offset()), cursor.checksum());
    }

    int frameLength()
    {
        return RecordFormat.frameLength(body.equals("[]") ? 0 : body.split(",").length);
    }
}

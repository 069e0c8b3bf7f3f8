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
package io.packetflow.ringbuffers.journal.queue;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;

/**
 * Hot path. Tells whether an excerpt is the record that belongs there: Chronicle Queue itself gives out changed bytes
 * as good ones. Answers constants and allocates nothing.
 */
final class FrameCheck
{
    private static final boolean[] INSTANCES = instances();

    private FrameCheck()
    {
    }

    private static boolean[] instances()
    {
        final boolean[] instances = new boolean[256];
        for (final RecordType type : RecordType.values())
        {
            instances[type.code()] = type.isInstance();
        }
        return instances;
    }

    /** Returns what is wrong with an excerpt's length, null if a record can have it. */
    static String lengthFault(final long excerptBytes)
    {
        return excerptBytes < RecordFormat.HEADER_BYTES || excerptBytes > RecordFormat.MAX_FRAME_BYTES ?
            "an excerpt of a length that no record has" : null;
    }

    /** Returns what is wrong with the record at offset 0, null if it is whole and the next one. */
    static String fault(final Slab slab, final int excerptBytes, final int epoch, final long lastSequence)
    {
        final int bodyLength = RecordFormat.bodyLength(slab, 0);
        if (RecordFormat.frameLength(slab, 0) != excerptBytes ||
            bodyLength < 0 || bodyLength > RecordFormat.MAX_BODY_BYTES ||
            RecordFormat.frameLength(bodyLength) != excerptBytes)
        {
            return "a record of another length than its excerpt";
        }
        if (RecordFormat.checksum(slab, 0, excerptBytes) != RecordFormat.claimedChecksum(slab, 0))
        {
            return "a record with a wrong checksum";
        }
        if (!INSTANCES[RecordFormat.type(slab, 0)])
        {
            return "a record that is no instance";
        }
        if (RecordFormat.epoch(slab, 0) != epoch)
        {
            return "a record of another epoch";
        }
        return lastSequence != 0 && RecordFormat.sequence(slab, 0) != lastSequence + 1 ?
            "a record whose sequence is not the next one" : null;
    }
}

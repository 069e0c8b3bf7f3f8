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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;

/** Hot path. Tells whether bytes can be a record at all, before any length among them is trusted. */
final class RecordShape
{
    private RecordShape()
    {
    }

    /** Tells whether a record of that length can lie there: within the limit, and as long as its body makes it. */
    static boolean isPlausible(final Slab slab, final long at, final int frameLength, final long limit)
    {
        if (frameLength < RecordFormat.HEADER_BYTES || frameLength > RecordFormat.MAX_FRAME_BYTES ||
            frameLength > limit - at)
        {
            return false;
        }
        final int bodyLength = RecordFormat.bodyLength(slab, at);
        return bodyLength >= 0 && bodyLength <= RecordFormat.MAX_BODY_BYTES &&
            RecordFormat.frameLength(bodyLength) == frameLength;
    }

    /** Tells whether a whole record lies there, whatever it says. */
    static boolean isWhole(final Slab slab, final long at, final long limit)
    {
        if (limit - at < RecordFormat.HEADER_BYTES)
        {
            return false;
        }
        final int frameLength = RecordFormat.frameLength(slab, at);
        return isPlausible(slab, at, frameLength, limit) &&
            RecordFormat.checksum(slab, at, frameLength) == RecordFormat.claimedChecksum(slab, at);
    }
}

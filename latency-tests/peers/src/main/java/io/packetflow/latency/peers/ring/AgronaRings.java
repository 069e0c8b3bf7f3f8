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
package io.packetflow.latency.peers.ring;

import java.nio.ByteBuffer;

import io.packetflow.latency.ring.RingKind;

import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/** Cold path. Makes Agrona's rings: as many lines of memory as ours have slots, off the heap. */
final class AgronaRings
{
    /** Of a message; Agrona wants it above 0. */
    static final int MESSAGE_TYPE = 1;

    private static final int CAPACITY_BYTES = RingKind.CAPACITY * BitUtil.CACHE_LINE_LENGTH;

    private AgronaRings()
    {
    }

    static RingBuffer make(final PeerRing kind)
    {
        final ByteBuffer memory = BufferUtil.allocateDirectAligned(
            CAPACITY_BYTES + RingBufferDescriptor.TRAILER_LENGTH, 2 * BitUtil.CACHE_LINE_LENGTH);
        final UnsafeBuffer buffer = new UnsafeBuffer(memory);
        return kind == PeerRing.AGRONA_ONE_TO_ONE ? new OneToOneRingBuffer(buffer) : new ManyToOneRingBuffer(buffer);
    }

    /** Claims room for a message, spinning while there is none; the producing thread only. */
    static int claim(final RingBuffer ring, final int length)
    {
        int index = ring.tryClaim(MESSAGE_TYPE, length);
        while (index < 0)
        {
            Thread.onSpinWait();
            index = ring.tryClaim(MESSAGE_TYPE, length);
        }
        return index;
    }
}

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
package io.packetflow.ringbuffers.journal.append;

import io.packetflow.layout.memory.Slab;

/**
 * Gives the appender one zeroed, touched block of memory after the other: mapped segments, or memory from which a
 * journal thread writes them. All have the same length.
 */
public interface SegmentSupply
{
    /** Returns the length of every segment in bytes. */
    long segmentBytes();

    /**
     * Gives the next segment; called by the appender's thread, never waits.
     *
     * @return memory of which the first {@link JournalAppender#SEGMENT_HEADER_BYTES} belong to the supply, or null if
     *         none is ready
     */
    Slab poll();
}

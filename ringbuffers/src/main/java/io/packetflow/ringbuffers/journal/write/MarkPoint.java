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
package io.packetflow.ringbuffers.journal.write;

/** Cold path. A place in the journal that was reached: three words that belong together. Safe for several threads. */
final class MarkPoint implements MarkSource
{
    private long position;
    private long sequence;
    private int checksum;

    synchronized void move(final long toPosition, final long toSequence, final int toChecksum)
    {
        position = toPosition;
        sequence = toSequence;
        checksum = toChecksum;
    }

    @Override
    public synchronized void read(final MarkPoint point)
    {
        point.move(position, sequence, checksum);
    }

    synchronized long position()
    {
        return position;
    }

    synchronized long sequence()
    {
        return sequence;
    }

    synchronized int checksum()
    {
        return checksum;
    }
}

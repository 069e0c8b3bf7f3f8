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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import io.packetflow.ringbuffers.journal.format.HeadLayout;

/**
 * Cold path. What the mapped words of an epoch said when they were read. They outlive their process, not their host.
 *
 * @param epoch of the words
 * @param pid of the writer
 * @param startTimeMillis of the writer
 * @param bootIdHigh upper half of the boot id of the writer's host
 * @param bootIdLow lower half
 * @param appendedPosition bytes appended
 * @param appendedSequence of the last instance appended
 * @param durablePosition bytes known to be on the disk
 * @param durableSequence of the last instance known to be on the disk
 * @param fence epoch that has taken over, 0 if none
 * @param isStopped whether the journal stopped for good
 */
public record EpochHead(
    int epoch,
    long pid,
    long startTimeMillis,
    long bootIdHigh,
    long bootIdLow,
    long appendedPosition,
    long appendedSequence,
    long durablePosition,
    long durableSequence,
    long fence,
    boolean isStopped)
{
    /**
     * Decodes the words.
     *
     * @param bytes of the file
     * @return what they say, empty if they are no head of this version
     */
    public static Optional<EpochHead> decode(final byte[] bytes)
    {
        if (bytes.length < HeadLayout.BYTES)
        {
            return Optional.empty();
        }
        final ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (words.getLong(HeadLayout.MAGIC_OFFSET) != HeadLayout.MAGIC ||
            words.getInt(HeadLayout.VERSION_OFFSET) != HeadLayout.VERSION)
        {
            return Optional.empty();
        }
        return Optional.of(new EpochHead(
            words.getInt(HeadLayout.EPOCH_OFFSET),
            words.getLong(HeadLayout.PID_OFFSET),
            words.getLong(HeadLayout.START_TIME_OFFSET),
            words.getLong(HeadLayout.BOOT_ID_OFFSET),
            words.getLong(HeadLayout.BOOT_ID_OFFSET + Long.BYTES),
            words.getLong(HeadLayout.APPENDED_POSITION),
            words.getLong(HeadLayout.APPENDED_SEQUENCE),
            words.getLong(HeadLayout.DURABLE_POSITION),
            words.getLong(HeadLayout.DURABLE_SEQUENCE),
            words.getLong(HeadLayout.FENCE),
            words.getLong(HeadLayout.STOP) != 0));
    }

    /**
     * Tells whether the words were written since the host was started.
     *
     * @param boot of the present
     * @return whether they outlived their process alone
     */
    public boolean isOf(final BootId boot)
    {
        return bootIdHigh == boot.high() && bootIdLow == boot.low();
    }
}

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

import java.util.Objects;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordFormat;

/**
 * Cold path. What an epoch begins with: where recovery ended, and who goes on.
 *
 * @param epoch of the records, above every epoch before; {@link JournalDirectory#nextEpoch()}
 * @param mode what the journal promises
 * @param start the epoch's first record; its lastSequence and previousChecksum are those of the last record that counts
 * @param lastTimeNanos logical time of that record, 0 if there is none
 * @param maxBodyBytes longest input that will be appended
 */
public record EpochPlan(int epoch, Durability mode, EpochStart start, long lastTimeNanos, int maxBodyBytes)
{
    /** Checks that the parts fit each other. */
    public EpochPlan
    {
        Objects.requireNonNull(mode, "an epoch has a mode");
        Objects.requireNonNull(start, "an epoch has a first record");
        if (epoch < 1 || epoch <= start.previousEpoch())
        {
            throw new IllegalArgumentException("an epoch is above the one before: epoch=" + epoch +
                " previousEpoch=" + start.previousEpoch());
        }
        if (start.durability() != mode.code())
        {
            throw new IllegalArgumentException("the first record names the epoch's mode: mode=" + mode +
                " durability=" + start.durability());
        }
        if (maxBodyBytes < 0 || maxBodyBytes > RecordFormat.MAX_BODY_BYTES)
        {
            throw new IllegalArgumentException("a body has at most " + RecordFormat.MAX_BODY_BYTES +
                " bytes: maxBodyBytes=" + maxBodyBytes);
        }
    }
}

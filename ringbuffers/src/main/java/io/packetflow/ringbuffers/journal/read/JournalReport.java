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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.format.RecordType;

/**
 * Cold path. What a scan found of a journal.
 *
 * @param anchor behind which it began, empty if it began with the first record that is there
 * @param isAnchorFound whether the journal holds it
 * @param epochs that were read, ascending
 * @param recordsByType how many records of each type count
 * @param firstSequence of the first instance that was read, 0 if none was
 * @param end where and why it ended
 * @param mark what the journal must still hold, empty if nothing says so
 * @param markedSequence up to which instances must be there by the mark, 0 if it asks for none
 * @param isMarkMissed whether other records were read where the marked one should have been
 * @param head words of the newest epoch that has any, empty if none has
 * @param headSequence up to which instances must be there by the head, if only the process died
 * @param current epoch that the journal names as its newest
 * @param newestEpoch highest number that is taken, by a directory, by the mark or by CURRENT; a new one is above
 * @param missingSegment first segment of the oldest epoch that was read, where only later ones are there
 * @param remarks what is odd and takes no record away
 */
public record JournalReport(
    Optional<JournalAnchor> anchor,
    boolean isAnchorFound,
    List<EpochReport> epochs,
    Map<RecordType, Long> recordsByType,
    long firstSequence,
    JournalEnd end,
    Optional<DurableMark> mark,
    long markedSequence,
    boolean isMarkMissed,
    Optional<EpochHead> head,
    long headSequence,
    OptionalInt current,
    int newestEpoch,
    Optional<MissingSegment> missingSegment,
    List<String> remarks)
{
    /** Returns the sequence of the last instance that counts; 0 if there is none. */
    public long lastSequence()
    {
        return end.last().sequence();
    }

    /** Returns the number of records that count. */
    public long records()
    {
        return epochs.stream().mapToLong(EpochReport::records).sum();
    }

    /** Returns whether instances are missing that were known to be durable. */
    public boolean isBelowMark()
    {
        return lastSequence() < markedSequence;
    }

    /**
     * Tells whether instances are missing that the head knows of, which outlives a process.
     *
     * @param boot of the present
     * @return whether they are; false after another start of the host, when the head tells nothing
     */
    public boolean isBelowHead(final BootId boot)
    {
        return isProcessCrash(boot) && lastSequence() < headSequence;
    }

    /**
     * Tells whether the host has run on since the newest epoch was written.
     *
     * @param boot of the present
     * @return whether only its process can have died
     */
    public boolean isProcessCrash(final BootId boot)
    {
        return head.isPresent() && head.get().isOf(boot);
    }
}

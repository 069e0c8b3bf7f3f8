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
package io.packetflow.trading.cli.chaos;

import io.packetflow.ringbuffers.journal.read.EndKind;
import io.packetflow.ringbuffers.journal.read.LastRecord;

/**
 * Cold path. What an audit found of a journal.
 *
 * @param last record that counts
 * @param newestEpoch highest number that is taken
 * @param end how the journal ends
 * @param inputs instances that the feed has led to, without the wishes for snapshots
 */
record JournalState(LastRecord last, int newestEpoch, EndKind end, long inputs)
{
    /** Before the first process. */
    static final JournalState NONE = new JournalState(LastRecord.NONE, 0, EndKind.END, 0);

    long sequence()
    {
        return last.sequence();
    }
}

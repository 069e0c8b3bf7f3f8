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

import io.packetflow.ringbuffers.journal.Durability;

/**
 * Cold path. How much of a feed one mode gets: so little that a kill costs about as long as the start of a process.
 *
 * @param messages of the generated market
 * @param stride instances that a process adds at most before it is killed
 * @param snapshotEvery instances between two snapshots
 */
record FeedScale(long messages, long stride, long snapshotEvery)
{
    /** Each record is a write to the disk of its own. */
    private static final int SYNC_SHARE = 40;
    private static final int LIVES = 6;
    private static final int LEAST = 600;

    /** Returns the scale of a mode. */
    static FeedScale of(final Durability mode, final long messages)
    {
        final long taken = mode == Durability.SYNC ? Math.max(LEAST, messages / SYNC_SHARE) : messages;
        return new FeedScale(taken, Math.max(1, 2 * taken / LIVES), Math.max(1, taken / LIVES));
    }
}

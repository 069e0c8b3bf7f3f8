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

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.storage.Storage;

/**
 * Cold path. Lets the mark follow the journal. It is there to notice a journal that was cut, so it may lag, but it must
 * never be ahead of what its mode promises; and it notices that the journal's directory was taken away, which a file
 * that is open does not.
 */
final class MarkKeeper implements Step
{
    /** Where the mode does not promise more than the page cache holds, the mark is synced no more often than this. */
    private static final long LAZY_SYNC_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final MarkFile file;
    private final MarkSource source;
    private final Storage storage;
    private final EpochSettling settling;
    private final EpochPlan plan;
    private final LongSupplier nanoClock;
    private final long everyNanos;
    private final long syncEveryNanos;
    private final long startNanos;
    private final MarkPoint point = new MarkPoint();
    private long writtenPosition = -1;
    private long lastLookNanos;
    private long lastSyncNanos;
    private boolean isSynced = true;

    MarkKeeper(
        final MarkFile file,
        final MarkSource source,
        final Storage storage,
        final EpochSettling settling,
        final EpochPlan plan,
        final JournalSettings settings,
        final LongSupplier nanoClock)
    {
        this.file = file;
        this.source = source;
        this.storage = storage;
        this.settling = settling;
        this.plan = plan;
        this.nanoClock = nanoClock;
        this.everyNanos = TimeUnit.MILLISECONDS.toNanos(settings.markEveryMillis());
        this.syncEveryNanos = plan.mode().isWritten() ? 0 : LAZY_SYNC_NANOS;
        this.startNanos = nanoClock.getAsLong();
        this.lastLookNanos = startNanos;
        this.lastSyncNanos = startNanos;
    }

    @Override
    public boolean step() throws IOException
    {
        final long nowNanos = nanoClock.getAsLong();
        if (nowNanos - lastLookNanos < everyNanos || !settling.isSettled())
        {
            return false;
        }
        lastLookNanos = nowNanos;
        final boolean hasMoved = write(nowNanos);
        if (nowNanos - lastSyncNanos >= syncEveryNanos)
        {
            sync(nowNanos);
        }
        return hasMoved;
    }

    /** Marks what there is now, durably. */
    void markNow() throws IOException
    {
        final long nowNanos = nanoClock.getAsLong();
        write(nowNanos);
        sync(nowNanos);
    }

    private boolean write(final long nowNanos) throws IOException
    {
        source.read(point);
        if (point.position() == writtenPosition)
        {
            return false;
        }
        file.write(new DurableMark(plan.epoch(), point.sequence(), point.position(),
            plan.start().wallNanos() + nowNanos - startNanos, point.checksum()));
        writtenPosition = point.position();
        isSynced = false;
        return true;
    }

    private void sync(final long nowNanos) throws IOException
    {
        if (!storage.exists(JournalNames.head(plan.epoch())))
        {
            throw new IOException("the journal's directory was removed while it was written: there is no " +
                JournalNames.head(plan.epoch()) + " in " + storage);
        }
        if (!isSynced)
        {
            file.sync();
            isSynced = true;
        }
        lastSyncNanos = nowNanos;
    }

    void close() throws IOException
    {
        file.close();
    }
}

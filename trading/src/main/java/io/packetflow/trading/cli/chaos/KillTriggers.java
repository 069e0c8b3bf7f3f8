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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cold path. Makes of a plan what to watch for. */
final class KillTriggers
{
    /** A snapshot of this size of molecule is on the disk after some milliseconds. */
    private static final long SNAPSHOT_NANOS = 60_000_000;
    /** So long it takes about to make the files of an epoch and to sync each of them. */
    private static final long EPOCH_NANOS = 50_000_000;
    /** So many bytes before and behind the end of a segment. */
    private static final long AROUND_ROLL = 1 << 14;

    private KillTriggers()
    {
    }

    /**
     * Returns the trigger of a plan.
     *
     * @param plan of the kill
     * @param recovered last instance that the journal holds before the process starts
     * @param stride instances that it adds at most
     * @param times of the starts so far
     * @param pid of the process
     */
    static KillTrigger of(
        final KillPlan plan, final long recovered, final long stride, final RestartTimes times, final long pid)
    {
        return switch (plan.moment())
        {
            case RUNNING -> running(recovered + Math.max(1, (long)(plan.fraction() * stride)));
            case ROLL -> roll(plan);
            case SNAPSHOT -> snapshot((long)(plan.fraction() * SNAPSHOT_NANOS));
            case START -> start((long)(plan.fraction() * times.lastReadyNanos()));
            case RECOVERY -> new Delay(eye -> eye.isLockedBy(pid), (long)(plan.fraction() * times.lastRecoveryNanos()));
            case EPOCH -> new Delay(JournalEye::hasNewEpoch, (long)(plan.fraction() * EPOCH_NANOS));
        };
    }

    private static KillTrigger running(final long sequence)
    {
        return (eye, livedNanos) -> eye.acknowledged() >= sequence;
    }

    private static KillTrigger roll(final KillPlan plan)
    {
        final long position =
            TradeProgram.SEGMENT_BYTES - AROUND_ROLL + (long)(plan.fraction() * (2 * AROUND_ROLL));
        return (eye, livedNanos) -> eye.position(plan.isBySync()) >= position;
    }

    private static KillTrigger start(final long afterNanos)
    {
        return (eye, livedNanos) -> livedNanos >= afterNanos;
    }

    private static KillTrigger snapshot(final long afterNanos)
    {
        final List<List<String>> before = new ArrayList<>();
        return new Delay(eye ->
        {
            final List<String> now = eye.snapshots();
            if (before.isEmpty())
            {
                before.add(now);
            }
            return !now.equals(before.get(0));
        }, afterNanos);
    }

    /** Something to wait for. */
    @FunctionalInterface
    private interface Event
    {
        boolean hasHappened(JournalEye eye) throws IOException;
    }

    /** Some time after something has happened. */
    private static final class Delay implements KillTrigger
    {
        private final Event event;
        private final long afterNanos;
        private long happenedNanos = -1;

        Delay(final Event event, final long afterNanos)
        {
            this.event = event;
            this.afterNanos = afterNanos;
        }

        @Override
        public boolean isDue(final JournalEye eye, final long livedNanos) throws IOException
        {
            if (happenedNanos < 0 && event.hasHappened(eye))
            {
                happenedNanos = livedNanos;
            }
            return happenedNanos >= 0 && livedNanos - happenedNanos >= afterNanos;
        }
    }
}

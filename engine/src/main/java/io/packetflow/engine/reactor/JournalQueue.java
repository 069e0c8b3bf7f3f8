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
package io.packetflow.engine.reactor;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.QueueOptions;
import io.packetflow.engine.journal.QueueReport;
import io.packetflow.ringbuffers.journal.queue.QueueDirectories;
import io.packetflow.ringbuffers.journal.queue.QueueFailure;
import io.packetflow.ringbuffers.journal.queue.QueueFollower;

/**
 * Cold path. The Chronicle Queue behind the journal of one reactor: filled on a thread of its own, off the cores of the
 * nodes. Nobody waits for it but the end of the run, and that within a bound; where it fails, that is said and nothing
 * else happens. Used by the reactor's thread; the figures are read by anybody.
 */
final class JournalQueue implements AutoCloseable
{
    private static final long POLL_NANOS = 1_000_000;

    private final QueueOptions options;
    private final CpuSet nodeCpus;
    private final Consumer<String> progress;
    private final LongSupplier appended;
    private final long appendedBefore;
    private final QueueFollower follower;
    private boolean isStarted;
    private boolean isClosed;
    /** Known when the queue is closed; -1 before. */
    private long lagAtEnd = -1;

    /**
     * Prepares the queue of an epoch; opens nothing.
     *
     * @param options where it is
     * @param journal that is followed
     * @param epoch that has begun
     * @param appended tells the sequence of the last instance in the journal
     * @param nodeCpus on which it never runs, unless the process has no others
     * @param progress told of its failure
     */
    JournalQueue(
        final QueueOptions options,
        final JournalOptions journal,
        final int epoch,
        final LongSupplier appended,
        final CpuSet nodeCpus,
        final Consumer<String> progress)
    {
        this.options = options;
        this.nodeCpus = nodeCpus;
        this.progress = progress;
        this.appended = appended;
        this.appendedBefore = appended.getAsLong();
        this.follower = QueueFollower.of(
            journal.directory(), QueueDirectories.at(options.directory()), epoch, options.settings());
    }

    void start()
    {
        isStarted = true;
        follower.onFailure(this::alarm);
        follower.start(task -> ThreadPinning.helperThread("queue-journal", nodeCpus, task));
    }

    private void alarm(final QueueFailure failure)
    {
        progress.accept("ALARM: " + failure.message());
    }

    /** Returns how many instances are in the queue. */
    long copied()
    {
        return follower.appendedCount();
    }

    /** Returns how many instances the queue lacked when that was last looked at. */
    synchronized long lag()
    {
        return lagAtEnd >= 0 ? lagAtEnd : follower.failureCount() == 0 ? follower.lagInstances() : missing();
    }

    /** Returns the most instances that the queue ever lacked. */
    long mostLag()
    {
        return Math.max(follower.mostLagInstances(), lag());
    }

    /** Returns 1 if it ended before the run did, else 0. */
    long failures()
    {
        return follower.failureCount();
    }

    private long missing()
    {
        return Math.max(0, appended.getAsLong() - Math.max(appendedBefore, follower.followedSequence()));
    }

    /**
     * Lets the queue catch up with the journal, to which nothing is appended any more, and closes it; says what it does
     * not hold. May be called twice.
     */
    @Override
    public void close()
    {
        if (isClosed)
        {
            return;
        }
        isClosed = true;
        if (isStarted)
        {
            catchUp();
        }
        follower.close();
        final long left = isStarted ? missing() : 0;
        if (left > 0)
        {
            progress.accept(String.format(Locale.ROOT, "the queue lacks the last %,d instances, which the journal " +
                "has: %s; 'packetflow journal fill' makes a new one that holds all", left, options.directory()));
        }
        end(left);
    }

    /** From here on nobody reads the journal's words, whose memory goes with the journal. */
    private synchronized void end(final long left)
    {
        lagAtEnd = left;
    }

    private void catchUp()
    {
        final long startNanos = System.nanoTime();
        while (missing() > 0 && follower.failureCount() == 0 && System.nanoTime() - startNanos < options.drainNanos())
        {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    QueueReport report()
    {
        return new QueueReport(follower.directory().orElse(options.directory()), copied(), lag(), mostLag(),
            follower.failure().map(QueueFailure::message));
    }
}

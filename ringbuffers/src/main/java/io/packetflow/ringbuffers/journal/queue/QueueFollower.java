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
package io.packetflow.ringbuffers.journal.queue;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Cold path. Fills a new Chronicle Queue with the instances of one epoch, from its first one on, behind the journal and
 * on a thread of its own ({@link #start}); or step by step on the caller's ({@link #step}). What came before the
 * follower was started it reads from the journal, as all that comes later.
 *
 * <p>Each excerpt is a whole record of the journal, byte for byte ({@code RecordFormat}); records about the journal
 * itself are left out. The queue may hold instances that a loss of power takes from the journal, and it may lack some:
 * it is for readers and tools, never for recovery. One directory for each follower ({@link QueueName}), which it makes.
 *
 * <p>Whatever goes wrong (a full disk, an error of Chronicle Queue, damage in the journal) ends the follower, tells one
 * listener, and disturbs nobody else. The thread must not be interrupted, which would close the files under it.
 */
public final class QueueFollower implements AutoCloseable
{
    private final FollowerCounts counts = new FollowerCounts();
    private final FollowerStop stop;
    private final FollowerWork work;
    private FollowerThread thread;
    private boolean isClosed;

    private QueueFollower(
        final Path journal, final QueueDirectories directories, final int epoch, final QueueSettings settings)
    {
        this.stop = new FollowerStop(epoch, counts);
        this.work = new FollowerWork(journal, directories, epoch, settings, counts, stop);
    }

    /**
     * Makes a follower that fills a queue within the journal. Nothing is opened before its first step.
     *
     * @param journal directory of the journal
     * @param epoch that has begun
     * @param settings of the queue
     * @return the follower
     */
    public static QueueFollower of(final Path journal, final int epoch, final QueueSettings settings)
    {
        return of(journal, QueueDirectories.ofJournal(journal), epoch, settings);
    }

    /**
     * Makes a follower. Nothing is opened before its first step.
     *
     * @param journal directory of the journal
     * @param queues of that journal, among which it makes the next one
     * @param epoch that has begun
     * @param settings of the queue
     * @return the follower
     */
    public static QueueFollower of(
        final Path journal, final QueueDirectories queues, final int epoch, final QueueSettings settings)
    {
        Objects.requireNonNull(settings, "a queue has settings: settings=null");
        return new QueueFollower(journal, queues, epoch, settings);
    }

    /**
     * Starts the thread, a daemon called {@code queue-journal}; it ends when the epoch does.
     *
     * @param factory makes it; never pinned where the molecule's nodes run, for threads of Chronicle Queue descend from
     *                it
     * @throws IllegalStateException if it was started before, or the follower is closed
     */
    public void start(final ThreadFactory factory)
    {
        requireNotStarted();
        thread = new FollowerThread(work, factory);
        thread.start();
    }

    /**
     * Follows the next records, at most {@link QueueSettings#batchRecords()}, on the caller's thread; only before
     * {@link #start}, and always on the same thread. Never throws for what goes wrong with a queue or a journal.
     *
     * @return whether there was anything to do; if not, the follower has caught up, or has ended
     */
    public boolean step()
    {
        requireNotStarted();
        return work.step();
    }

    private void requireNotStarted()
    {
        if (thread != null || isClosed)
        {
            throw new IllegalStateException("a follower is stepped, or started once, and then closed: started=" +
                (thread != null) + " closed=" + isClosed);
        }
    }

    /** Returns how many instances are in the queue, as of the last step. */
    public long appendedCount()
    {
        return counts.appendedCount();
    }

    /** Returns the sequence of the instance that was followed last, 0 before the first, as of the last step. */
    public long followedSequence()
    {
        return counts.followedSequence();
    }

    /** Returns how many instances the journal had appended that the queue did not have, as of the last step. */
    public long lagInstances()
    {
        return counts.lagInstances();
    }

    /** Returns the most instances that the queue was ever behind after a step. */
    public long mostLagInstances()
    {
        return counts.mostLagInstances();
    }

    /** Returns 1 if the follower ended before its epoch did, else 0. */
    public long failureCount()
    {
        return stop.isStopped() ? 1 : 0;
    }

    /** Returns why the follower ended before its epoch did, empty while it works and if it did not. */
    public Optional<QueueFailure> failure()
    {
        return stop.failure();
    }

    /** Returns whether the epoch has ended and all of it is in the queue, which is closed then. */
    public boolean isComplete()
    {
        return work.isComplete();
    }

    /** Returns the directory of the queue, empty before the first step. */
    public Optional<Path> directory()
    {
        return work.directory();
    }

    /**
     * Names who is told, once, that the follower ended before its epoch did; at once if it has.
     *
     * @param listener called on the follower's thread; it may close the follower
     * @throws IllegalStateException if there is one
     */
    public void onFailure(final Consumer<QueueFailure> listener)
    {
        stop.onStop(listener);
    }

    /**
     * Ends the follower and closes the queue, wherever it is; for a whole epoch, wait until it is complete. May be
     * called twice.
     */
    @Override
    public void close()
    {
        isClosed = true;
        if (thread == null)
        {
            work.close();
        }
        else
        {
            thread.end();
        }
    }
}

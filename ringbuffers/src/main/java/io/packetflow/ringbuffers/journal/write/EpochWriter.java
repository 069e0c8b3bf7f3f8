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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordType;

/**
 * Cold path. Writes one epoch of a journal, from its first record to its last. The molecule appends through
 * {@link #appender()} and releases outputs by {@link #gate()}; everything that makes system calls happens on helper
 * threads ({@link #start}) or, in a simulation, in {@link #step()} and its parts.
 *
 * <p>Any error of the disk stops the journal for good ({@link #onFailure}): the gate does not move again, the appender
 * gets no further segment, and there is no second try.
 */
public final class EpochWriter implements AutoCloseable
{
    private final EpochParts parts;
    private final List<JournalThread> threads = new ArrayList<>();
    private boolean isStarted;
    private boolean isClosed;

    private EpochWriter(final EpochParts parts)
    {
        this.parts = parts;
    }

    /**
     * Begins an epoch: when this returns, its first record is on the disk in every mode and {@code CURRENT} names it.
     * No thread runs yet. It takes as long as the disk takes to write one segment.
     *
     * @param directory whose lock is held
     * @param settings of the journal
     * @param plan of the epoch
     * @return the writer
     * @throws IOException if the epoch cannot be written; {@code CURRENT} may already name it or not
     * @throws IllegalStateException if the lock is not held
     * @throws IllegalArgumentException if the epoch is not above the one that counts
     */
    public static EpochWriter begin(
        final JournalDirectory directory, final JournalSettings settings, final EpochPlan plan) throws IOException
    {
        return begin(directory, settings, plan, System::nanoTime);
    }

    /**
     * Begins an epoch under a clock of the caller's.
     *
     * @param directory whose lock is held
     * @param settings of the journal
     * @param plan of the epoch
     * @param nanoClock that never goes back, for the time between two marks
     * @return the writer
     * @throws IOException if the epoch cannot be written
     */
    public static EpochWriter begin(
        final JournalDirectory directory,
        final JournalSettings settings,
        final EpochPlan plan,
        final LongSupplier nanoClock) throws IOException
    {
        requireMayBegin(directory, plan);
        return Interrupts.heldBack(() ->
        {
            final EpochReserve reserve = EpochReserve.make(directory, settings, plan.epoch(), plan.mode());
            return begin(reserve.take(), plan, nanoClock, true);
        });
    }

    /**
     * Begins an epoch that was reserved, as fast as its mode allows: when this returns, the epoch outlives the process.
     * The first steps of the helper threads bring the rest to the disk, in {@code group} and {@code sync} before an
     * output leaves that follows from this epoch, else before the first mark.
     *
     * @param reserve whose directory's lock is held by now; the writer's from here on
     * @param plan of the reserved epoch, under the reserved mode
     * @param nanoClock that never goes back, for the time between two marks
     * @return the writer
     * @throws IOException if the epoch cannot be written
     * @throws IllegalArgumentException if another writer began an epoch meanwhile, so that this one is too low
     */
    public static EpochWriter begin(
        final EpochReserve reserve, final EpochPlan plan, final LongSupplier nanoClock) throws IOException
    {
        if (plan.epoch() != reserve.epoch() || plan.mode() != reserve.mode())
        {
            throw new IllegalArgumentException("a plan is that of the reserved epoch: epoch=" + plan.epoch() +
                " mode=" + plan.mode() + " reserved=" + reserve.epoch() + " mode=" + reserve.mode());
        }
        requireMayBegin(reserve.directory(), plan);
        return Interrupts.heldBack(() -> begin(reserve.take(), plan, nanoClock, false));
    }

    private static void requireMayBegin(final JournalDirectory directory, final EpochPlan plan)
    {
        if (!directory.isLocked())
        {
            throw new IllegalStateException("whoever begins an epoch has the lock: directory=" + directory.storage());
        }
        if (plan.epoch() <= directory.currentEpoch())
        {
            throw new IllegalArgumentException("an epoch is above the one that counts: epoch=" + plan.epoch() +
                " current=" + directory.currentEpoch());
        }
    }

    private static EpochWriter begin(
        final EpochParts parts, final EpochPlan plan, final LongSupplier nanoClock, final boolean isSettled)
        throws IOException
    {
        boolean isBegun = false;
        try
        {
            parts.begin(plan, nanoClock);
            if (isSettled)
            {
                parts.settle();
            }
            isBegun = true;
            return new EpochWriter(parts);
        }
        finally
        {
            if (!isBegun)
            {
                parts.close();
            }
        }
    }

    /**
     * Starts the helper threads, daemons whose names end in {@code -journal}. They must not be interrupted, which would
     * close the files under them and stop the journal.
     *
     * @param factory makes them; never pinned where the molecule's nodes run
     * @throws IllegalStateException if they were started before, or the writer is closed
     */
    public void start(final ThreadFactory factory)
    {
        requireNotStarted();
        // So that the state is known before anything is admitted.
        parts.stop().run(parts.space());
        if (parts.committer() != null)
        {
            threads.add(new JournalThread("commit-journal", factory, JournalThread.PROMPT, parts.stop(),
                parts.settling(), parts.committer()));
            threads.add(new JournalThread("keep-journal", factory, JournalThread.LAZY, parts.stop(),
                parts.preparer(), parts.marks(), parts.space()));
        }
        else
        {
            threads.add(new JournalThread("keep-journal", factory, JournalThread.LAZY, parts.stop(),
                parts.settling(), parts.preparer(), parts.marks(), parts.space()));
        }
        isStarted = true;
        threads.forEach(JournalThread::start);
    }

    /** Returns the hot append; the sequencing node's thread only. */
    public JournalAppender appender()
    {
        return parts.appender();
    }

    /** Returns the gate of the epoch's mode. */
    public JournalGate gate()
    {
        return parts.gate();
    }

    /** Returns the words of the epoch; valid until it is closed. */
    public Slab head()
    {
        return parts.head();
    }

    /**
     * Tells a standby that the sequencing node works. Ordering: release.
     *
     * @param value above the one before
     */
    public void heartbeat(final long value)
    {
        parts.head().putLongRelease(HeadLayout.HEARTBEAT, value);
    }

    /** Returns how much room the disk leaves; one volatile read. */
    public SpaceState spaceState()
    {
        return parts.space().state();
    }

    /** Returns whether the journal stopped for good; one volatile read. */
    public boolean isFailed()
    {
        return parts.stop().isStopped();
    }

    /** Returns why the journal stopped for good, empty while it works. */
    public Optional<JournalFailure> failure()
    {
        return parts.stop().failure();
    }

    /**
     * Names who is told, once, that the journal stopped for good; at once if it has.
     *
     * @param listener called on the thread that failed; it must not close this object there
     * @throws IllegalStateException if there is one
     */
    public void onFailure(final Consumer<JournalFailure> listener)
    {
        parts.stop().onStop(listener);
    }

    /**
     * Stops the journal for good: for a node whose append met an error of the machine, as a mapped page that the disk
     * cannot give is an {@link InternalError}. Only the first cause counts.
     *
     * @param cause of it
     */
    public void fail(final Throwable cause)
    {
        parts.stop().stop(cause);
    }

    /**
     * Does on the caller's thread what the helper threads would do now; only before {@link #start}.
     *
     * @return whether there was anything to do
     */
    public boolean step()
    {
        final boolean hasCommitted = stepCommit();
        final boolean hasPrepared = stepPrepare();
        final boolean hasMarked = stepMark();
        return hasCommitted || hasPrepared || hasMarked;
    }

    /** Commits once ({@code group} and {@code sync}); returns whether there was anything to do. */
    public boolean stepCommit()
    {
        requireNotStarted();
        if (parts.committer() == null)
        {
            return false;
        }
        parts.stop().run(parts.settling());
        return parts.stop().run(parts.committer());
    }

    /** Prepares a part of the next segment; returns whether there was anything to do. */
    public boolean stepPrepare()
    {
        requireNotStarted();
        final boolean hasPrepared = parts.stop().run(parts.preparer());
        parts.stop().run(parts.space());
        return hasPrepared;
    }

    /** Lets the mark follow if it is time; returns whether it moved. */
    public boolean stepMark()
    {
        requireNotStarted();
        if (parts.committer() == null)
        {
            parts.stop().run(parts.settling());
        }
        return parts.stop().run(parts.marks());
    }

    private void requireNotStarted()
    {
        if (isStarted || isClosed)
        {
            throw new IllegalStateException("a writer is stepped, or started once, and then closed: started=" +
                isStarted + " closed=" + isClosed);
        }
    }

    /**
     * Closes the epoch in order: stops the threads, appends the record that says so, and brings all to the disk in
     * every mode. The molecule is quiescent: nobody appends any more, and nobody asks the gate afterwards.
     *
     * @param body of that record, at most 1024 bytes or the plan's maxBodyBytes if they are more
     * @throws IOException if the journal failed before or fails now; it is closed then too
     */
    public void closeCleanly(final byte[] body) throws IOException
    {
        if (isClosed)
        {
            throw new IllegalStateException("the epoch is closed");
        }
        try
        {
            if (!endThreads())
            {
                throw new IOException("the journal's threads do not end: the disk does not answer; see the kernel log");
            }
            parts.stop().requireRunning();
            Interrupts.heldBack(() -> appendLast(body));
            parts.stop().requireRunning();
        }
        finally
        {
            close();
        }
    }

    private boolean appendLast(final byte[] body)
    {
        return parts.stop().run(() ->
        {
            while (!parts.appender().hasRoom())
            {
                if (!parts.preparer().step())
                {
                    throw new IOException("there is no room for the record that closes the epoch, which recovery can" +
                        " do without: No space left on device");
                }
            }
            parts.settle();
            parts.append(RecordType.CLEAN_CLOSE, body);
            parts.commitAll();
            parts.marks().markNow();
            return true;
        });
    }

    private boolean endThreads()
    {
        boolean haveEnded = true;
        threads.forEach(JournalThread::tellToEnd);
        for (final JournalThread thread : threads)
        {
            haveEnded &= thread.awaitEnd();
        }
        return haveEnded;
    }

    /** Stops the threads and lets the memory go, without a last record: as after a failure. May be called twice. */
    @Override
    public void close()
    {
        // Memory under a thread that hangs in the kernel is left to the end of the process.
        if (!isClosed && endThreads())
        {
            parts.close();
        }
        isClosed = true;
    }
}

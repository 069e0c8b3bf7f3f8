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
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;

/**
 * Cold path. Writes one epoch of a journal, from its first record to its last. The molecule appends through
 * {@link #appender()} and releases outputs by {@link #gate()}; everything that makes system calls happens on helper
 * threads ({@link #start}) or, in a simulation, in {@link #step()}.
 */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"})
public final class EpochWriter implements AutoCloseable
{
    private EpochWriter()
    {
    }

    /**
     * Begins an epoch: when this returns, its first record is on the disk in every mode and {@code CURRENT} names it.
     * No thread runs yet.
     *
     * @param directory whose lock is held
     * @param settings of the journal
     * @param plan of the epoch
     * @return the writer
     * @throws IOException if the epoch cannot be written; {@code CURRENT} may already name it or not
     * @throws IllegalStateException if the lock is not held
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
        throw new UnsupportedOperationException("not yet: " + directory + settings + plan + nanoClock);
    }

    /**
     * Starts the helper threads, daemons whose names end in {@code -journal}.
     *
     * @param threads makes them; never pinned where the molecule's nodes run
     */
    public void start(final ThreadFactory threads)
    {
        throw new UnsupportedOperationException("not yet: " + threads);
    }

    /** Returns the hot append; the sequencing node's thread only. */
    public JournalAppender appender()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the gate of the epoch's mode. */
    public JournalGate gate()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the words of the epoch; valid until it is closed. */
    public Slab head()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Tells a standby that the sequencing node works. Ordering: release.
     *
     * @param value above the one before
     */
    public void heartbeat(final long value)
    {
        throw new UnsupportedOperationException("not yet: " + value);
    }

    /** Returns how much room the disk leaves; one volatile read. */
    public SpaceState spaceState()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns why the journal stopped for good, empty while it works. */
    public Optional<JournalFailure> failure()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Names who is told, once, that the journal stopped for good; at once if it has.
     *
     * @param listener called on the thread that failed; it must not wait for this object
     */
    public void onFailure(final Consumer<JournalFailure> listener)
    {
        throw new UnsupportedOperationException("not yet: " + listener);
    }

    /**
     * Does on the caller's thread what the helper threads would do now; only before {@link #start}.
     *
     * @return whether there was anything to do
     */
    public boolean step()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Closes the epoch in order: appends the record that says so, brings all to the disk in every mode, stops the
     * threads. The molecule is quiescent: nobody appends any more, and nobody asks the gate afterwards.
     *
     * @param body of that record, at most 1024 bytes or the plan's maxBodyBytes if they are more
     * @throws IOException if the journal failed before or fails now
     */
    public void closeCleanly(final byte[] body) throws IOException
    {
        throw new UnsupportedOperationException("not yet: " + body.length);
    }

    /** Stops the threads and lets the memory go, without a last record: as after a failure. May be called twice. */
    @Override
    public void close()
    {
        throw new UnsupportedOperationException("not yet");
    }
}

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
import java.util.function.Consumer;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.journal.format.HeadLayout;

/**
 * Cold path. How a journal stops for good. After an error of the disk nobody knows what is on it, and a second sync
 * that succeeds proves nothing, so there is no second try: the gate is held where it is, and one listener is told.
 */
final class JournalStop
{
    private final Slab head;
    private final JournalGate gate;
    private final int epoch;
    private JournalFailure failure;
    private Consumer<JournalFailure> listener;
    private volatile boolean isStopped;

    JournalStop(final Slab head, final JournalGate gate, final int epoch)
    {
        this.head = head;
        this.gate = gate;
        this.epoch = epoch;
    }

    boolean isStopped()
    {
        return isStopped;
    }

    synchronized Optional<JournalFailure> failure()
    {
        return Optional.ofNullable(failure);
    }

    /** Does a step, and stops the journal if it fails. */
    boolean run(final Step step)
    {
        if (isStopped)
        {
            return false;
        }
        try
        {
            requireNotFenced();
            return step.step();
        }
        catch (final IOException | RuntimeException | Error e)
        {
            stop(e);
            return false;
        }
    }

    /** An old primary that wakes up must not write over what its successor wrote. */
    private void requireNotFenced() throws IOException
    {
        final long fence = head.getLongAcquire(HeadLayout.FENCE);
        if (fence != 0)
        {
            throw new IOException("another process took over with epoch " + fence +
                " (this one did not answer for too long): nothing may be written any more, end this process");
        }
    }

    void stop(final Throwable cause)
    {
        final Consumer<JournalFailure> told;
        synchronized (this)
        {
            if (failure != null)
            {
                return;
            }
            head.putLongRelease(HeadLayout.STOP, ~gate.sequence());
            failure = new JournalFailure("the journal stopped for good in epoch " + epoch + ": " +
                Remedies.cause(cause) + "; " + Remedies.of(cause), cause);
            isStopped = true;
            told = listener;
        }
        if (told != null)
        {
            told.accept(failure);
        }
    }

    void onStop(final Consumer<JournalFailure> consumer)
    {
        final JournalFailure earlier;
        synchronized (this)
        {
            if (listener != null)
            {
                throw new IllegalStateException("a journal tells one listener that it stopped, and has one");
            }
            listener = consumer;
            earlier = failure;
        }
        if (earlier != null)
        {
            consumer.accept(earlier);
        }
    }

    void requireRunning() throws IOException
    {
        final Optional<JournalFailure> reason = failure();
        if (reason.isPresent())
        {
            throw new IOException(reason.get().message(), reason.get().cause());
        }
    }
}

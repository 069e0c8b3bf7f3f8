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

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;

/** Cold path. How a follower ends before its epoch does: once, and one listener is told. */
final class FollowerStop
{
    private final int epoch;
    private final FollowerCounts counts;
    private QueueFailure failure;
    private Consumer<QueueFailure> listener;
    private volatile boolean isStopped;

    FollowerStop(final int epoch, final FollowerCounts counts)
    {
        this.epoch = epoch;
        this.counts = counts;
    }

    boolean isStopped()
    {
        return isStopped;
    }

    synchronized Optional<QueueFailure> failure()
    {
        return Optional.ofNullable(failure);
    }

    void stop(final Throwable cause)
    {
        final Consumer<QueueFailure> told;
        synchronized (this)
        {
            if (failure != null)
            {
                keep(cause);
                return;
            }
            failure = new QueueFailure(text(cause), cause);
            isStopped = true;
            told = listener;
        }
        if (told != null)
        {
            told.accept(failure);
        }
    }

    /** What goes wrong while the parts are closed is mostly a consequence of the first failure. */
    private void keep(final Throwable later)
    {
        if (later != failure.cause())
        {
            failure.cause().addSuppressed(later);
        }
    }

    void onStop(final Consumer<QueueFailure> consumer)
    {
        final QueueFailure earlier;
        synchronized (this)
        {
            if (listener != null)
            {
                throw new IllegalStateException("a follower tells one listener that it ended, and has one");
            }
            listener = consumer;
            earlier = failure;
        }
        if (earlier != null)
        {
            consumer.accept(earlier);
        }
    }

    private String text(final Throwable cause)
    {
        final String behind = counts.followedSequence() == 0 ? "" : " behind sequence " + counts.followedSequence();
        return "the queue of epoch " + epoch + " ends" + behind + ": " + what(cause) +
            "; the journal goes on without it; " + remedy(cause) +
            ", then start another follower, which fills a new queue";
    }

    /** Returns what happened; the JDK says of some errors nothing but the file's name. */
    private static String what(final Throwable cause)
    {
        if (cause instanceof NoSuchFileException missing)
        {
            return "there is no " + missing.getFile() + " any more";
        }
        if (cause instanceof AccessDeniedException denied)
        {
            return "permission denied for " + denied.getFile();
        }
        if (cause instanceof FileSystemException failed && failed.getReason() != null)
        {
            return failed.getFile() + ' ' + failed.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String remedy(final Throwable cause)
    {
        final String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left") || message.contains("unsafe memory access"))
        {
            return "free room on its file system (old queues may be deleted)";
        }
        return cause instanceof AccessDeniedException ? "let this user write there" : "remove the cause";
    }
}

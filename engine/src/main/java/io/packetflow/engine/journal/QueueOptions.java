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
package io.packetflow.engine.journal;

import java.nio.file.Path;
import java.util.Objects;

import io.packetflow.ringbuffers.journal.queue.QueueSettings;

/**
 * Cold path. Where a Chronicle Queue is filled behind the journal of a reactor, for other processes to read.
 *
 * @param directory that holds the queues of this journal and nothing else; made where there is none
 * @param settings of the queue that is filled
 * @param drainNanos how long the end of a run waits for the queue to catch up, 0 or more
 */
public record QueueOptions(Path directory, QueueSettings settings, long drainNanos)
{
    /** How long the end of a run waits where nothing else is said. */
    public static final long DEFAULT_DRAIN_NANOS = 10_000_000_000L;

    /** Checks the ranges. */
    public QueueOptions
    {
        Objects.requireNonNull(directory, "a queue has a directory");
        Objects.requireNonNull(settings, "a queue has settings");
        if (drainNanos < 0)
        {
            throw new IllegalArgumentException("the end waits 0 ns or more for a queue: drainNanos=" + drainNanos);
        }
    }

    /**
     * Returns the options of a queue with default settings.
     *
     * @param directory that holds the queues of the journal
     * @return the options
     */
    public static QueueOptions of(final Path directory)
    {
        return new QueueOptions(directory, QueueSettings.defaults(), DEFAULT_DRAIN_NANOS);
    }
}

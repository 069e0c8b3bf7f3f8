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
package io.packetflow.latency.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.ringbuffers.journal.read.JournalFiles;

/** Cold path. Waits for the state of an engine that has run for a while: the segment behind the first one is ready. */
public final class SegmentAhead
{
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 10_000_000;
    /** A segment is there before all of its pages are touched. */
    private static final long TOUCH_NANOS = 1_000_000_000;

    private SegmentAhead()
    {
    }

    /**
     * Waits.
     *
     * @param journal directory of a journal whose first epoch was begun
     * @throws IllegalStateException if no segment comes within a minute
     */
    public static void await(final Path journal)
    {
        final Path second = journal.resolve(JournalFiles.segmentPath(1, 1));
        final long startNanos = System.nanoTime();
        while (!Files.exists(second))
        {
            if (System.nanoTime() - startNanos > PATIENCE_NANOS)
            {
                throw new IllegalStateException("the disk takes too long to make a segment: " + second);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        LockSupport.parkNanos(TOUCH_NANOS);
    }
}

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

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Cold path. Relates {@link System#nanoTime()} to UTC, once; later steps of the wall clock change nothing. */
final class EpochClock
{
    private EpochClock()
    {
    }

    /** Returns nanoseconds since 1970 UTC, by the wall clock. */
    static long wallNanos()
    {
        final Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /** Returns what must be added to {@link System#nanoTime()} to get nanoseconds since 1970 UTC. */
    static long offsetNanos()
    {
        return wallNanos() - System.nanoTime();
    }
}

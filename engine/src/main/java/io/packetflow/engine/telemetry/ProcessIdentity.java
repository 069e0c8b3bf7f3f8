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
package io.packetflow.engine.telemetry;

import java.time.Instant;

/**
 * Cold path. A process as files name it: process ids come again, so the start time goes with them.
 *
 * @param pid             of the process
 * @param startTimeMillis when it started, milliseconds since 1970
 */
public record ProcessIdentity(long pid, long startTimeMillis)
{
    /** The kernel counts start times in clock ticks, so two readings of the same one may differ by a few. */
    private static final long TOLERANCE_MILLIS = 1_000L;

    /** @return this process */
    public static ProcessIdentity current()
    {
        return new ProcessIdentity(ProcessHandle.current().pid(), ProcessHandle.current().info().startInstant()
            .map(Instant::toEpochMilli).orElseGet(System::currentTimeMillis));
    }

    /** @return whether that process, not a later one of the same id, is alive */
    public boolean isAlive()
    {
        return ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(process -> process.info().startInstant().map(this::isStart).orElse(true))
            .orElse(false);
    }

    private boolean isStart(final Instant start)
    {
        return Math.abs(start.toEpochMilli() - startTimeMillis) < TOLERANCE_MILLIS;
    }
}

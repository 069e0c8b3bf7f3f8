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

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Cold path. Makes a reactor the hot standby of the process that writes its journal: it follows, and takes over when
 * that process dies or stands still.
 *
 * @param stallLimitNanos without a sign of life after which the primary counts as stalled
 * @param mayKill whether a stalled primary is killed; if not, it is only fenced and halts itself when it wakes up
 * @param stopRequested asked now and then whether to give up waiting
 */
public record StandbyOptions(long stallLimitNanos, boolean mayKill, BooleanSupplier stopRequested)
{
    /** A primary that shows no sign of life for so long counts as stalled. */
    public static final long DEFAULT_STALL_LIMIT_NANOS = 50_000_000L;
    /** Below this every hiccup of the host would look like a stall. */
    public static final long MIN_STALL_LIMIT_NANOS = 5_000_000L;

    /** Checks the ranges. */
    public StandbyOptions
    {
        Objects.requireNonNull(stopRequested, "a standby can be stopped");
        if (stallLimitNanos < MIN_STALL_LIMIT_NANOS)
        {
            throw new IllegalArgumentException("a primary is given at least " + MIN_STALL_LIMIT_NANOS +
                " ns before it counts as stalled: stallLimitNanos=" + stallLimitNanos);
        }
    }
}

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
package io.packetflow.trading.cli.chaos;

import java.util.ArrayList;
import java.util.List;

/** Cold path. How long starts took, from the process to its first new instance. */
final class RestartTimes
{
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<Long> restarts = new ArrayList<>();
    private long lastReadyNanos;
    private long lastRecoveryNanos;

    /** Adds a start; one that recovers nothing counts only for the choice of moments. */
    void add(final Death death, final boolean isRestart)
    {
        if (death.readyNanos() == 0)
        {
            return;
        }
        lastReadyNanos = death.readyNanos();
        if (death.lockedNanos() != 0)
        {
            lastRecoveryNanos = death.readyNanos() - death.lockedNanos();
        }
        if (isRestart)
        {
            restarts.add(death.readyNanos());
        }
    }

    long lastReadyNanos()
    {
        return lastReadyNanos;
    }

    long lastRecoveryNanos()
    {
        return lastRecoveryNanos;
    }

    /** Returns the median in milliseconds, -1 if there was no restart. */
    long medianMillis()
    {
        return restarts.isEmpty() ? -1 :
            restarts.stream().sorted().skip((restarts.size() - 1) / 2).findFirst().orElseThrow() / NANOS_PER_MILLI;
    }

    /** Returns the longest in milliseconds, -1 if there was no restart. */
    long maxMillis()
    {
        return restarts.stream().mapToLong(nanos -> nanos / NANOS_PER_MILLI).max().orElse(-1);
    }
}

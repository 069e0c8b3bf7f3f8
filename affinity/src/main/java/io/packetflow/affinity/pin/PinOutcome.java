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
package io.packetflow.affinity.pin;

/**
 * Cold path. Whether a thread is pinned.
 *
 * @param isPinned whether the thread runs on the CPU and nowhere else, verified
 * @param cpu that was asked for, negative if none was
 * @param detail what was verified, or why the thread runs unpinned
 */
public record PinOutcome(boolean isPinned, int cpu, String detail)
{
    static PinOutcome pinned(final int cpu, final String evidence)
    {
        return new PinOutcome(true, cpu, evidence);
    }

    static PinOutcome unpinned(final int cpu, final String reason)
    {
        return new PinOutcome(false, cpu, reason);
    }

    /** Returns one line for a log: PINNED with the evidence, or UNPINNED with the reason. */
    @Override
    public String toString()
    {
        if (isPinned)
        {
            return "PINNED to CPU " + cpu + " (" + detail + ")";
        }
        return cpu < 0 ? "UNPINNED: " + detail :
            "UNPINNED, CPU " + cpu + " was wanted: " + detail + "; the thread should yield, not busy-spin";
    }
}

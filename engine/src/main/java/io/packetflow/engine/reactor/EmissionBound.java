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

import io.packetflow.engine.packet.InstanceSource;

/**
 * Hot path. The earliest logical time at which anything waits on the back edges of one molecule. One thread: where the
 * packets that emit run in the sequencing loop itself, an emission moves the bound when it is committed, and the loop
 * need not ask each edge before each instance. An edge whose packet runs elsewhere has a bound of its own, which nobody
 * reads.
 */
public final class EmissionBound
{
    private long earliestNanos = InstanceSource.NONE;

    EmissionBound()
    {
    }

    /** Returns the earliest time, {@link InstanceSource#NONE} while nothing waits. */
    public long earliestNanos()
    {
        return earliestNanos;
    }

    /**
     * Sets the earliest time of what still waits, after an emission was taken.
     *
     * @param timeNanos logical time, or {@link InstanceSource#NONE}
     */
    public void set(final long timeNanos)
    {
        earliestNanos = timeNanos;
    }

    /** Notes an emission. */
    void onEmission(final long timeNanos)
    {
        earliestNanos = Math.min(earliestNanos, timeNanos);
    }
}

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
package io.packetflow.engine.telemetry.event;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Cold path. A snapshot was written; the duration is that of hashing and writing, on a helper thread. */
@Name("packetflow.Snapshot")
@Label("Snapshot")
@Category("PacketFlow")
@Description("A snapshot was hashed and brought to the disk, on a helper thread")
@StackTrace(false)
public final class SnapshotEvent extends Event
{
    @Label("Instance")
    long sequence;

    @Label("Size")
    @DataAmount
    long bytes;

    @Label("Pause")
    @Description("For how long the molecule stood still to be copied")
    @Timespan
    long pauseNanos;

    /** Creates an event that has not begun. */
    public SnapshotEvent()
    {
    }

    /**
     * Ends the event: the snapshot is on the disk.
     *
     * @param instance up to which the state goes
     * @param length of the state in bytes
     * @param nanos for how long the molecule stood still
     */
    public void end(final long instance, final long length, final long nanos)
    {
        sequence = instance;
        bytes = length;
        pauseNanos = nanos;
        commit();
    }
}

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
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Cold path. A standby has taken over. Committed when its gate is open, so that nothing waits for the recording. */
@Name("packetflow.Takeover")
@Label("Takeover")
@Category("PacketFlow")
@Description("A standby has taken over from its primary")
@StackTrace(false)
public final class TakeoverEvent extends Event
{
    @Label("Epoch")
    @Description("That the new primary writes")
    final int epoch;

    @Label("Last Instance")
    @Description("Of the old primary")
    final long lastSequence;

    @Label("Time Taken")
    @Description("From the moment at which the primary was found to be gone until the gate was open")
    @Timespan
    final long takeoverNanos;

    /**
     * Creates the event.
     *
     * @param epoch that the new primary writes
     * @param lastSequence of the old primary
     * @param takeoverNanos from the moment at which the primary was found to be gone until the gate was open
     */
    public TakeoverEvent(final int epoch, final long lastSequence, final long takeoverNanos)
    {
        this.epoch = epoch;
        this.lastSequence = lastSequence;
        this.takeoverNanos = takeoverNanos;
    }
}

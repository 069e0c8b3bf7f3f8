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

/** Cold path. A node has not run a duty cycle for longer than {@code packetflow.stall.limit}. At most one a stall. */
@Name("packetflow.StallAlarm")
@Label("Stall Alarm")
@Category("PacketFlow")
@Description("A node has not run a duty cycle for longer than packetflow.stall.limit")
@StackTrace(false)
public final class StallAlarmEvent extends Event
{
    @Label("Node")
    final String node;

    @Label("Stalled For")
    @Timespan
    final long stalledNanos;

    @Label("Limit")
    @Timespan
    final long limitNanos;

    /**
     * Creates the event.
     *
     * @param node name of the node's thread
     * @param stalledNanos for how long no duty cycle was seen
     * @param limitNanos of the configuration
     */
    public StallAlarmEvent(final String node, final long stalledNanos, final long limitNanos)
    {
        this.node = node;
        this.stalledNanos = stalledNanos;
        this.limitNanos = limitNanos;
    }
}

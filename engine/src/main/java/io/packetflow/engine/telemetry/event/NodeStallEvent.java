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
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;

/**
 * Cold path. A stall from its alarm to its end: the duration counts from the alarm, {@code stalledNanos} from the last
 * duty cycle before it.
 */
@Name("packetflow.NodeStall")
@Label("Node Stall")
@Category("PacketFlow")
@Description("A node that raised a stall alarm runs again, or was not seen to run again before the engine ended")
@StackTrace(false)
@Threshold("1 ms")
public final class NodeStallEvent extends Event
{
    @Label("Node")
    final String node;

    @Label("Stalled For")
    @Description("From the last duty cycle before the stall; 0 if the node did not run again")
    @Timespan
    long stalledNanos;

    @Label("Recovered")
    boolean recovered;

    private NodeStallEvent(final String node)
    {
        this.node = node;
    }

    /**
     * Begins the event, at the alarm.
     *
     * @param node name of the node's thread
     * @return the event
     */
    public static NodeStallEvent begin(final String node)
    {
        final NodeStallEvent event = new NodeStallEvent(node);
        event.begin();
        return event;
    }

    /**
     * Ends the event: the node runs again.
     *
     * @param nanos for how long no duty cycle was seen
     */
    public void end(final long nanos)
    {
        stalledNanos = nanos;
        recovered = true;
        commit();
    }

    /** Ends the event: the engine ends, and the node still stands still. */
    public void endUnrecovered()
    {
        commit();
    }
}

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

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.packetflow.engine.telemetry.StallAlarm;
import io.packetflow.engine.telemetry.StallListener;
import io.packetflow.engine.telemetry.event.FlightRecording;
import io.packetflow.engine.telemetry.event.NodeStallEvent;
import io.packetflow.engine.telemetry.event.StallAlarmEvent;

/** Cold path. Says that a node stands still, to people and to a flight recording. The conductor's thread. */
final class StallReporter implements StallListener
{
    private final Consumer<String> progress;
    private final Map<String, NodeStallEvent> open = new HashMap<>();

    StallReporter(final Consumer<String> progress)
    {
        this.progress = progress;
    }

    @Override
    public void onStall(final StallAlarm alarm)
    {
        if (FlightRecording.isOn())
        {
            new StallAlarmEvent(alarm.nodeName(), alarm.stalledNanos(), alarm.limitNanos()).commit();
            open.put(alarm.nodeName(), NodeStallEvent.begin(alarm.nodeName()));
        }
        progress.accept("ALARM: " + alarm.message());
    }

    @Override
    public void onRecovery(final String nodeName, final long stalledNanos)
    {
        final NodeStallEvent event = open.remove(nodeName);
        if (event != null)
        {
            event.end(stalledNanos);
        }
    }

    /** Nobody watches any more; a node that still stands still is in the recording all the same. */
    void end()
    {
        open.values().forEach(NodeStallEvent::endUnrecovered);
        open.clear();
    }
}

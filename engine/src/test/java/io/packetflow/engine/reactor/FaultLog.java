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

import java.util.Map;

/** What happened in a simulated world: counted, so that a test can tell what it has seen, and told where one asks. */
final class FaultLog
{
    private final Map<FaultEvent, Integer> events;
    private final StringBuilder trace;

    /**
     * Makes a log.
     *
     * @param events that are counted on
     * @param trace that takes the lines, null if nobody reads them
     */
    FaultLog(final Map<FaultEvent, Integer> events, final StringBuilder trace)
    {
        this.events = events;
        this.trace = trace;
    }

    void note(final String line)
    {
        if (trace != null)
        {
            trace.append(line).append('\n');
        }
    }

    void happened(final FaultEvent event)
    {
        events.merge(event, 1, Integer::sum);
    }
}

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
package io.packetflow.engine.telemetry;

/**
 * Cold path. A node that has not run a duty cycle for too long.
 *
 * @param nodeName     of the node
 * @param stalledNanos for how long no duty cycle was seen
 * @param limitNanos   of the configuration
 */
public record StallAlarm(String nodeName, long stalledNanos, long limitNanos)
{
    /** @return cause and remedy in one paragraph */
    public String message()
    {
        return "node " + nodeName + " has not run a duty cycle for " + stalledNanos / 1_000L + " us (limit " +
            limitNanos / 1_000L + " us): a handler does not return, or another thread holds its core. Take a thread " +
            "dump (jstack) and look for the thread of that name; check with 'packetflow plan' that no other " +
            "spinning thread is on its core. A host that stalls by itself needs a higher packetflow.stall.limit";
    }
}

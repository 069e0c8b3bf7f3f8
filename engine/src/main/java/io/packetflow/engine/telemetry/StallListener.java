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

/** Cold path. Told of stalls by the monitor's thread. */
public interface StallListener
{
    /**
     * A node has stalled; called once for each stall.
     *
     * @param alarm which node, for how long
     */
    void onStall(StallAlarm alarm);

    /**
     * A stalled node runs again.
     *
     * @param nodeName     of the node
     * @param stalledNanos for how long no duty cycle was seen
     */
    default void onRecovery(final String nodeName, final long stalledNanos)
    {
    }
}

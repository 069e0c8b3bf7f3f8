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
package io.packetflow.engine.analysis.order;

import java.util.Objects;

/**
 * Cold path. One step of a recorded execution. Where it stands in the record is when it happened.
 *
 * @param packet name
 * @param instance sequence of the instance
 * @param step what the packet did
 */
public record TraceEvent(String packet, long instance, Step step)
{
    /** What a packet does with an instance. A packet whose trigger does not fire does nothing. */
    public enum Step
    {
        /** It begins. */
        BEGIN,
        /** It completes. */
        END,
        /** It completes with STOP: its descendants skip the instance. */
        STOP
    }

    /** Checks that nothing is null. */
    public TraceEvent
    {
        Objects.requireNonNull(packet, "packet");
        Objects.requireNonNull(step, "step");
    }
}

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

/** Cold path. The counters of the engine itself, type ids 300 to 399. */
public enum EngineCounter implements CounterType
{
    /** Duty cycles of a node; its heartbeat. */
    NODE_CYCLES(0, "duty cycles"),
    /** Instances that a node has finished. */
    NODE_INSTANCES(1, "instances finished"),
    /** State of a node, as the ordinal of its life cycle. */
    NODE_STATE(2, "state"),
    /** The CPU on which a node was seen to run; -1 where it is not pinned. */
    NODE_CPU(3, "cpu"),
    /** Handlers that threw. */
    HANDLER_FAILURES(4, "handler failures"),
    /** Instances set aside after a failure. */
    QUARANTINED(5, "instances quarantined"),
    /** Stalls seen by the monitor. */
    STALLS(6, "stalls"),
    /** The longest stall so far. */
    LONGEST_STALL(7, "longest stall, ns"),
    /** Instances that a producer dropped because a ring was full. */
    SHED(8, "instances shed"),
    /** Instances that a producer was refused because a ring was full. */
    REJECTED(9, "instances rejected by back-pressure"),
    /** Attempts of a producer that found a ring full and came again. */
    CLAIM_RETRIES(10, "claims retried"),
    /** Control commands taken. */
    CONTROL_COMMANDS(11, "control commands"),
    /** Durations below zero that a recorder was given. */
    NEGATIVE_LATENCIES(12, "negative durations"),
    /** Messages run through the warm-up. */
    WARMUP_MESSAGES(13, "warm-up messages");

    private final int typeId;
    private final String label;

    EngineCounter(final int index, final String label)
    {
        this.typeId = CounterRange.ENGINE.typeId(index);
        this.label = label;
    }

    @Override
    public int typeId()
    {
        return typeId;
    }

    @Override
    public String label()
    {
        return label;
    }
}

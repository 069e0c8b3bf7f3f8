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
package io.packetflow.engine.config;

import io.packetflow.ringbuffers.waiting.WaitStrategy;

/** Cold path. How a node waits for the next instance. */
public enum WaitChoice
{
    /** The planner decides: busy spin on a core of its own, back-off on a shared or unpinned one. */
    AUTO(null),

    /** Spins without giving the core away; only on a core of its own. */
    BUSY_SPIN(WaitStrategy.BUSY_SPIN),

    /** Gives the core away after each empty duty cycle. */
    YIELD(WaitStrategy.YIELD),

    /** Spins, then yields, then parks for growing times. */
    BACK_OFF(WaitStrategy.BACK_OFF);

    private final WaitStrategy strategy;

    WaitChoice(final WaitStrategy strategy)
    {
        this.strategy = strategy;
    }

    /** Returns the strategy, null where the plan decides. */
    public WaitStrategy strategy()
    {
        return strategy;
    }
}

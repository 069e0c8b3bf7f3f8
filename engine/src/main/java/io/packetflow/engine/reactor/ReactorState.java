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

/** The life of a reactor. */
public enum ReactorState
{
    /** Planned, compiled and warmed up; the gate is still closed. */
    READY(0),
    /** The gate is open. */
    RUNNING(1),
    /** Nothing is admitted any more; what was admitted is finished. */
    DRAINING(2),
    /** Stopped as asked. */
    STOPPED(3),
    /** A handler failed and the molecule halts on failure. */
    FAILED(4),
    /**
     * Nothing is admitted from outside any more; live orders are cancelled, and what packets send themselves meanwhile
     * is admitted. Comes before {@link #DRAINING} where the molecule declares it ({@code LiveOrders}).
     */
    CANCELING(5);

    private final int code;

    ReactorState(final int code)
    {
        this.code = code;
    }

    /** Returns whether the nodes run. */
    public boolean isAlive()
    {
        return this == RUNNING || this == CANCELING || this == DRAINING;
    }

    /** Returns the number that stands for the state in the counters file. */
    public int code()
    {
        return code;
    }
}

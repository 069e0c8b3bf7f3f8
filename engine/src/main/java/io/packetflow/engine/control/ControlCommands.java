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
package io.packetflow.engine.control;

/** The command codes that the engine itself knows; all others belong to the molecule that takes them. */
public final class ControlCommands
{
    /** Does nothing; stands where a writer died before its command was complete. */
    public static final int NOTHING = 0;
    /** Ends the engine: what was admitted is finished first. */
    public static final int STOP = 4;
    /** Takes a snapshot of all state, as it is after this very command. */
    public static final int SNAPSHOT = 5;
    /**
     * Cancels all orders that are live outside; the engine brings it where the molecule declares so
     * ({@code LiveOrders}). Target is the code of the event that asks for it.
     */
    public static final int CANCEL_LIVE = 6;
    /** The journal's disk is nearly full: a molecule that gives orders adds no exposure. The engine itself says so. */
    public static final int SPACE_LOW = 7;
    /** There is room again, after {@link #SPACE_LOW}. The engine itself says so. */
    public static final int SPACE_ENOUGH = 8;

    private ControlCommands()
    {
    }
}

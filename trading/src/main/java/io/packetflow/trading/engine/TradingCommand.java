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
package io.packetflow.trading.engine;

import io.packetflow.engine.control.ControlCommands;

/**
 * Codes of control commands to a TradingEngine, and where their fields stand in the input of a control instance:
 * command, target, first and second value, 8 bytes each.
 */
public final class TradingCommand
{
    /** Stops all trading: risk refuses every new order, the strategy withdraws its quotes. */
    public static final int KILL = 1;
    /** Takes a kill back. */
    public static final int RESUME = 2;
    /** Sets a limit: target is a {@link LimitTarget}'s code, first value the index it applies to, second the limit. */
    public static final int LIMIT = 3;
    /** Stops the engine: what was admitted is finished, then it ends. */
    public static final int STOP = ControlCommands.STOP;
    /**
     * The journal's disk is nearly full: risk refuses what adds exposure, the strategy withdraws its quotes, as the
     * engine will end where nothing more fits. The engine itself says so.
     */
    public static final int SPACE_LOW = ControlCommands.SPACE_LOW;
    /** There is room again. */
    public static final int SPACE_ENOUGH = ControlCommands.SPACE_ENOUGH;

    /** Offset of the command. */
    public static final int COMMAND = 0;
    /** Offset of the target. */
    public static final int TARGET = 8;
    /** Offset of the first value. */
    public static final int FIRST_VALUE = 16;
    /** Offset of the second value. */
    public static final int SECOND_VALUE = 24;

    private TradingCommand()
    {
    }
}

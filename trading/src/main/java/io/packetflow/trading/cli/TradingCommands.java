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
package io.packetflow.trading.cli;

import java.util.Collection;
import java.util.List;

import io.packetflow.engine.cli.CommandContributor;
import io.packetflow.trading.cli.chaos.ChaosCommand;
import io.packetflow.trading.feed.BookCommand;
import io.packetflow.trading.venue.SimulateCommand;

/** Cold path. The commands of the trading module. */
public final class TradingCommands implements CommandContributor
{
    private static final int FIRST = 10;

    /** Creates the contributor; called by the service loader. */
    public TradingCommands()
    {
    }

    @Override
    public String section()
    {
        return "Trading";
    }

    @Override
    public int order()
    {
        return FIRST;
    }

    @Override
    public Collection<Object> commands()
    {
        return List.of(new TradeCommand(), new StandbyCommand(), new ChaosCommand(), new BookCommand(),
            new SimulateCommand(), new PlanCommand(), new ControlCommand());
    }
}

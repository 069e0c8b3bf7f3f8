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
import io.packetflow.engine.cli.journal.JournalCommand;
import io.packetflow.engine.cli.journal.JournalCommands;

/** Cold path. The commands that replay a journal of the TradingEngine. */
public final class ReplayCommands implements CommandContributor
{
    /** Creates the contributor; called by the service loader. */
    public ReplayCommands()
    {
    }

    @Override
    public String section()
    {
        return JournalCommands.SECTION;
    }

    @Override
    public int order()
    {
        return JournalCommands.ORDER + 1;
    }

    @Override
    public Collection<Object> commands()
    {
        return List.of(new RecoverCommand(), new WhyCommand(), new PositionsCommand());
    }

    @Override
    public Collection<Object> subcommands(final String command)
    {
        return switch (command)
        {
            case JournalCommand.NAME -> List.of(new ReplayCommand());
            case PositionsCommand.NAME -> List.of(new PublishCommand(), new ShowPositionsCommand());
            default -> List.of();
        };
    }
}

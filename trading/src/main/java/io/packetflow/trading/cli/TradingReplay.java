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

import java.io.IOException;
import java.util.Optional;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.engine.config.Origin;
import io.packetflow.engine.config.ReactorKeys;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.read.JournalVerification;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.engine.TradingProgram;

/**
 * Cold path. Sets a TradingEngine up as its journal tells of it, to be replayed: on one node, as the plan changes
 * nothing of what it comes to, and with sources that bring nothing.
 */
final class TradingReplay
{
    private final PacketFlowCommand root;
    private final JournalView journal;
    private final String carried;
    private final TradingConfig config;

    TradingReplay(final PacketFlowCommand root, final JournalView journal) throws IOException
    {
        this.root = root;
        this.journal = journal;
        this.carried = journal.configuration();
        if (carried.isEmpty())
        {
            requireSound(journal);
        }
        try
        {
            this.config = TradingConfig.fromJournal(carried);
        }
        catch (final IllegalArgumentException e)
        {
            throw new BadDataException("the journal " + journal.path() + " cannot be replayed: " + e.getMessage() +
                "; 'packetflow trade --journal' writes one that can", e);
        }
    }

    /** Damage is the better reason for a journal that tells nothing. */
    private static void requireSound(final JournalView journal) throws IOException
    {
        final JournalVerification found = journal.verify(sequence -> { });
        if (!found.isSound())
        {
            throw new BadDataException("the journal " + journal.path() + " cannot be replayed: " +
                String.join("; ", found.damages()));
        }
        if (!journal.isBegun())
        {
            throw new BadDataException("the journal " + journal.path() + " cannot be replayed: nothing is in it yet; " +
                "an engine begins it when it has warmed up, try again then");
        }
    }

    TradingConfig config()
    {
        return config;
    }

    /** Returns what the journal tells of the feed from which it was written. */
    Optional<FeedIdentity.Journaled> feed()
    {
        return FeedIdentity.Journaled.in(carried);
    }

    /** Returns a context; each makes one replay. */
    ReactorContext context()
    {
        return TradingEngine.context(
            TradingProgram.shipped().molecule(config, HugePages.OFF, true), config)
            .settings(root.settingsBuilder().set(ReactorKeys.PLAN.name(), "one-node", Origin.COMMAND_LINE).conclude())
            .journal(JournalOptions.of(journal.path(), Durability.PROCESS_SAFE)
                .withConfiguration(config.replayText()).withSizes(config.sizeText()))
            .timerPeriodNanos(TradeSetup.TIMER_PERIOD_NANOS)
            .source("control", ControlSource.class, warming -> ControlSource.idle())
            .source("feed", ControlSource.class, warming -> ControlSource.idle());
    }
}

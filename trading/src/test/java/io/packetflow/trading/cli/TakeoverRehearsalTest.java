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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.trading.engine.Pacing;
import io.packetflow.trading.engine.TradingProgram;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A standby goes through a takeover of its own making, and touches nothing of its primary's. */
class TakeoverRehearsalTest
{
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Durability.class)
    void shouldTakeOverAScratchJournalAndTouchNothingElse(final Durability durability)
    {
        final StringWriter said = new StringWriter();
        final Path journal = directory.resolve("journal");
        final Path orders = directory.resolve("orders");
        try (TradeFeed feed = TradeFeed.generated(1_000, 1, 4, HugePages.OFF))
        {
            final StandbyOptions standby =
                new StandbyOptions(StandbyOptions.DEFAULT_STALL_LIMIT_NANOS, true, () -> false);
            final TradeSetup setup = new TradeSetup(ReactorSettings.builder().conclude(), TradingProgram.shipped(),
                feed, Pacing.MAX, orders, null, JournalOptions.of(journal, durability), null, standby,
                LiveOrders.ADOPTED,
                new Terminal(new PrintWriter(said), new PrintWriter(said), false));

            TakeoverRehearsal.run(setup, ReactorSettings.builder());
        }

        assertThat(said).hasToString("rehearsing a takeover, on a scratch journal" + System.lineSeparator());
        assertThat(directory).isEmptyDirectory();
    }
}

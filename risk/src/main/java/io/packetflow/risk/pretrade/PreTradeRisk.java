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
package io.packetflow.risk.pretrade;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.KillSwitch;
import io.packetflow.risk.limit.RiskLimits;

/**
 * Cold path. Puts the parts of pre-trade risk together. All parts belong to one thread, that which sends orders.
 */
public final class PreTradeRisk implements Stateful
{
    private final PreTradeTables tables;
    private final KillSwitch killSwitch;
    private final InstrumentBoard board;
    private final LimitTable limits;
    private final ExposureLedger ledger;
    private final RefusalCounters refusals;
    private final PreTradeCheck check;

    /**
     * Allocates the tables and applies limits. Every instrument is closed and without a reference yet.
     *
     * @param arena that owns the memory
     * @param limits that hold from the start, as version 1
     */
    public PreTradeRisk(final Arena arena, final RiskLimits limits)
    {
        this.tables = new PreTradeTables(arena, limits.accountCount(), limits.instrumentCount());
        this.killSwitch = tables.killSwitch(arena);
        this.board = new InstrumentBoard(tables);
        this.limits = new LimitTable(tables, board, killSwitch);
        this.ledger = new ExposureLedger(tables, killSwitch);
        this.refusals = new RefusalCounters(arena, killSwitch);
        this.check = new PreTradeCheck(tables, ledger, refusals);
        this.limits.apply(limits);
    }

    /** Returns the checks. */
    public PreTradeCheck check()
    {
        return check;
    }

    /** Returns where the venue's reports go. */
    public ExposureLedger ledger()
    {
        return ledger;
    }

    /** Returns where the market's reference prices and states go. */
    public InstrumentBoard board()
    {
        return board;
    }

    /** Returns where limits are changed. */
    public LimitTable limits()
    {
        return limits;
    }

    /** Returns the kill switch. */
    public KillSwitch killSwitch()
    {
        return killSwitch;
    }

    /** Returns what was refused, and why. */
    public RefusalCounters refusals()
    {
        return refusals;
    }

    /** Returns the version of the limits in force. */
    public long limitsVersion()
    {
        return tables.limitsVersion();
    }

    /**
     * Returns a hash of all state except limits: exposures, positions, rates, market states and what is stopped.
     *
     * @return the hash, independent of table sizes
     */
    public long stateHash()
    {
        return tables.stateHash() + killSwitch.stateHash();
    }

    /** All parts; limits are as they stand, changed or not. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("tables", tables);
        state.part("killSwitch", killSwitch);
        state.part("board", board);
        state.part("ledger", ledger);
        state.part("refusals", refusals);
        state.part("check", check);
    }
}

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

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.KillReason;
import io.packetflow.risk.pretrade.InstrumentBoard;
import io.packetflow.risk.pretrade.PreTradeCheck;
import io.packetflow.risk.pretrade.PreTradeRisk;
import io.packetflow.risk.pretrade.Side;
import io.packetflow.risk.pretrade.Violation;
import io.packetflow.trading.strategy.OrderIntents;

/**
 * Hot path. ED:th: checks every intent before it may become an order, and books what the venue answers. A cancel is
 * always let through: it can only lower exposure. Instruments are stock locates; there is one account.
 */
public final class RiskManager implements PacketHandler, Stateful
{
    /** Name of the packet. */
    public static final String NAME = "RiskManager";

    private static final int ACCOUNT = 0;

    private final InstanceHeader header;
    private final InstanceInput input;
    private final MarketArea market;
    private final OrderIntents intents;
    private final VerdictArea verdicts;
    private final RiskBook book;
    private final PreTradeRisk risk;
    private final PreTradeCheck check;
    private final InstrumentBoard board;
    private long passedCount;
    private long refusedCount;

    /**
     * Makes the handler.
     *
     * @param context of one running molecule
     */
    public RiskManager(final PacketContext context)
    {
        this.header = context.header();
        this.input = context.input();
        this.market = context.area(MarketDataProcessor.NAME, MarketArea.class);
        this.intents = context.area(AlgorithmicTrader.NAME, OrderIntents.class);
        this.verdicts = context.area(NAME, VerdictArea.class);
        this.book = context.resource(TradingEngine.RISK, RiskBook.class);
        this.book.bindInput(input.slab());
        this.risk = book.risk();
        this.check = risk.check();
        this.board = risk.board();
        context.count("orders passed", () -> passedCount);
        context.count("orders refused", () -> refusedCount);
        context.count("limit changes refused", book::refusedLimitChanges);
        context.count("reports that did not fit", risk.ledger()::inconsistentCount);
    }

    @Override
    public int onInstance()
    {
        final int kind = header.kind();
        verdicts.filledLocate(VerdictArea.NO_FILL);
        if (kind == TradingKinds.FEED_CODE)
        {
            onMarket();
        }
        else if (kind == TradingKinds.VENUE_CODE)
        {
            verdicts.filledLocate(book.onAnswer(input.slab(), input.offset()));
        }
        else if (kind == InstanceKind.CONTROL.code())
        {
            onControl();
        }
        return judge();
    }

    private void onMarket()
    {
        final int locate = market.locate();
        final long bidE4 = market.bidPriceE4();
        final long askE4 = market.askPriceE4();
        if (bidE4 > 0 && askE4 > 0)
        {
            board.referencePrice(locate, (bidE4 + askE4) >>> 1);
        }
        if (market.isStateChanged() || book.isFirstSeen(locate))
        {
            board.tradingState(locate, market.isTradable() ? InstrumentBoard.OPEN : InstrumentBoard.HALTED);
        }
    }

    private int judge()
    {
        final int count = intents.count();
        verdicts.limitsVersion(risk.limitsVersion());
        for (int i = 0; i < count; i++)
        {
            final long violations = judge(i);
            verdicts.violations(i, violations);
            passedCount += violations == 0 ? 1 : 0;
            refusedCount += violations == 0 ? 0 : 1;
        }
        return CONTINUE;
    }

    private long judge(final int index)
    {
        switch (intents.action(index))
        {
            case OrderIntents.ENTER:
                return judgeEnter(index);
            case OrderIntents.REPLACE:
                return judgeReplace(index);
            default:
                return 0;
        }
    }

    private long judgeEnter(final int index)
    {
        final OpenOrders orders = book.orders();
        final int side = side(index);
        final long violations = check.checkAndReserve(ACCOUNT, intents.locate(), side, intents.priceE4(index),
            intents.quantity(index), header.logicalTimeNanos());
        if (violations == 0)
        {
            final int record = orders.add(intents.userRef(index), intents.locate(), side, intents.priceE4(index),
                intents.quantity(index));
            if (record == OpenOrders.NONE)
            {
                risk.ledger().release(ACCOUNT, intents.locate(), side, intents.priceE4(index), intents.quantity(index));
                return Violation.OPEN_ORDERS.mask();
            }
        }
        return violations;
    }

    private long judgeReplace(final int index)
    {
        final OpenOrders orders = book.orders();
        final int record = orders.find(intents.originalUserRef(index));
        if (record == OpenOrders.NONE || orders.isReplaceUnderWay(record))
        {
            return Violation.ORIGINAL_INVALID.mask();
        }
        final long violations = check.checkAndReserveReplace(ACCOUNT, intents.locate(), orders.side(record),
            intents.priceE4(index), intents.quantity(index), orders.reservedPriceE4(record),
            orders.reservedQuantity(record), header.logicalTimeNanos());
        if (violations == 0)
        {
            orders.replaceUnderWay(record, intents.userRef(index), intents.priceE4(index), intents.quantity(index));
        }
        return violations;
    }

    private int side(final int index)
    {
        return intents.side(index) == 'B' ? Side.BUY : Side.SELL;
    }

    private void onControl()
    {
        switch ((int)input.getLong(TradingCommand.COMMAND))
        {
            case TradingCommand.KILL:
                risk.killSwitch().engage(KillReason.MANUAL);
                break;
            case TradingCommand.RESUME:
                risk.killSwitch().release(KillReason.MANUAL);
                break;
            case TradingCommand.SPACE_LOW:
                risk.killSwitch().engage(KillReason.SPACE);
                break;
            case TradingCommand.SPACE_ENOUGH:
                risk.killSwitch().release(KillReason.SPACE);
                break;
            case TradingCommand.LIMIT:
                book.changeLimit((int)input.getLong(TradingCommand.TARGET),
                    (int)input.getLong(TradingCommand.FIRST_VALUE), input.getLong(TradingCommand.SECOND_VALUE));
                break;
            default:
                break;
        }
    }

    /** Cold. The counts; the book is a resource. */
    @Override
    public void exchange(final StateExchange state)
    {
        passedCount = state.int64("passedCount", passedCount);
        refusedCount = state.int64("refusedCount", refusedCount);
    }

    @Override
    public long stateHash()
    {
        return risk.stateHash() + book.positions().stateHash();
    }
}

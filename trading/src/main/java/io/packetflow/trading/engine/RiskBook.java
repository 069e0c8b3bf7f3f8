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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.position.PositionTable;
import io.packetflow.risk.pretrade.ExposureLedger;
import io.packetflow.risk.pretrade.PreTradeRisk;
import io.packetflow.risk.pretrade.Side;
import io.packetflow.trading.gateway.ouch.OuchDecoder;
import io.packetflow.trading.gateway.ouch.OuchOutboundLayout;

/**
 * Hot path. RiskManager's resource: limits, exposures, open orders and positions of the one account, moved by what the
 * venue answers. Single owner: RiskManager's node. An answer about an order that is not open is counted and changes
 * nothing.
 */
public final class RiskBook implements Stateful
{
    private static final int ACCOUNT = 0;

    private final PreTradeRisk risk;
    private final ExposureLedger ledger;
    private final OpenOrders orders;
    private final PositionTable positions;
    private final LimitChanges changes;
    private final boolean[] seen;
    private OuchDecoder answer;
    private long unknownCount;
    private int filledLocate;

    RiskBook(final Arena arena, final TradingConfig config)
    {
        this.risk = new PreTradeRisk(arena, config.limits());
        this.ledger = risk.ledger();
        this.orders = new OpenOrders(arena, config.maxOpenOrders());
        this.positions = new PositionTable(arena, 1, config.symbols());
        this.changes = new LimitChanges(config.limits(), risk.limits());
        this.seen = new boolean[config.symbols()];
    }

    /** The answers lie in the slots' input. */
    void bindInput(final Slab slab)
    {
        answer = new OuchDecoder(slab);
    }

    /** Returns limits, exposures and checks. */
    public PreTradeRisk risk()
    {
        return risk;
    }

    /** Returns positions and profit, from fills. */
    public PositionTable positions()
    {
        return positions;
    }

    /** Returns how many answers were about orders that are not open. */
    public long unknownCount()
    {
        return unknownCount;
    }

    /** Returns how many changes of a limit were refused: no such limit or instrument, or no such value. */
    public long refusedLimitChanges()
    {
        return changes.refusedCount();
    }

    /**
     * Cold. Returns the limits of an instrument that are in force.
     *
     * @param instrument stock locate
     * @return as they were set first, or changed since
     */
    public InstrumentLimits instrumentLimits(final int instrument)
    {
        return changes.instrument(instrument);
    }

    /** Cold. Returns the limits of the account that are in force. */
    public AccountLimits accountLimits()
    {
        return changes.account();
    }

    OpenOrders orders()
    {
        return orders;
    }

    /** Returns whether a symbol is seen for the first time; instruments are closed until then. */
    boolean isFirstSeen(final int locate)
    {
        final boolean first = !seen[locate];
        seen[locate] = true;
        return first;
    }

    void changeLimit(final int target, final int instrument, final long value)
    {
        changes.change(target, instrument, value);
    }

    /** Books an answer; tells the locate of the order that it filled, {@link VerdictArea#NO_FILL} if it filled none. */
    int onAnswer(final Slab slab, final long offset)
    {
        answer.wrap(slab, offset);
        filledLocate = VerdictArea.NO_FILL;
        dispatch();
        return filledLocate;
    }

    /** Cold. All of the account; the memory of the answers is bound anew. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("risk", risk);
        state.part("orders", orders);
        state.part("positions", positions);
        state.part("changes", changes);
        state.flags("seen", seen);
        unknownCount = state.int64("unknownCount", unknownCount);
    }

    private void dispatch()
    {
        switch (answer.type())
        {
            case OuchOutboundLayout.REPLACED:
                onReplaced();
                break;
            case OuchOutboundLayout.CANCELED:
                onCanceled(answer.canceledQuantity());
                break;
            case OuchOutboundLayout.AIQ_CANCELED:
                onCanceled(answer.aiqCanceledQuantity());
                break;
            case OuchOutboundLayout.EXECUTED:
                onExecuted();
                break;
            case OuchOutboundLayout.REJECTED:
                onRejected();
                break;
            default:
                // An acceptance confirms what is reserved; a refused cancel leaves the order as it is.
                break;
        }
    }

    private int record()
    {
        final int record = orders.find(answer.userRef());
        unknownCount += record == OpenOrders.NONE ? 1 : 0;
        return record;
    }

    private void onReplaced()
    {
        final int record = orders.find(answer.replacedUserRef());
        if (record == OpenOrders.NONE || !orders.isReplaceUnderWay(record))
        {
            unknownCount++;
            return;
        }
        final int quantity = answer.replacedQuantity();
        ledger.onReplaced(ACCOUNT, orders.locate(record), orders.side(record), answer.replacedPriceE4(), quantity,
            orders.reservedPriceE4(record), orders.reservedQuantity(record));
        orders.replaced(record, quantity);
    }

    private void onCanceled(final int quantity)
    {
        final int record = record();
        if (record != OpenOrders.NONE)
        {
            final boolean ends = quantity >= orders.openQuantity(record);
            ledger.onCancel(ACCOUNT, orders.locate(record), orders.side(record), orders.reservedPriceE4(record),
                ends ? orders.reservedQuantity(record) : quantity, ends);
            reduceOrRemove(record, quantity, ends);
        }
    }

    private void onExecuted()
    {
        final int record = record();
        if (record == OpenOrders.NONE)
        {
            return;
        }
        filledLocate = orders.locate(record);
        final int quantity = answer.executedQuantity();
        final boolean ends = quantity >= orders.openQuantity(record);
        final int surplus = ends ? orders.reservedQuantity(record) - quantity : 0;
        if (surplus > 0)
        {
            // What a replace under way had reserved beyond the order dies with it.
            ledger.onCancel(ACCOUNT, orders.locate(record), orders.side(record), orders.reservedPriceE4(record),
                surplus, false);
        }
        ledger.onFill(ACCOUNT, orders.locate(record), orders.side(record), orders.reservedPriceE4(record), quantity,
            ends);
        positions.onFill(ACCOUNT, orders.locate(record), orders.side(record) == Side.BUY ? Side.BUY : Side.SELL,
            answer.executedPriceE4(), quantity);
        reduceOrRemove(record, quantity, ends);
    }

    private void reduceOrRemove(final int record, final int quantity, final boolean ends)
    {
        if (ends && orders.isReplaceUnderWay(record))
        {
            orders.endBeforeReplace(record);
        }
        else if (ends)
        {
            orders.remove(record);
        }
        else
        {
            orders.reduce(record, quantity);
        }
    }

    private void onRejected()
    {
        final int record = record();
        if (record == OpenOrders.NONE)
        {
            return;
        }
        if (orders.isEnded(record))
        {
            orders.remove(record);
            return;
        }
        if (orders.liveRef(record) == answer.userRef())
        {
            ledger.release(ACCOUNT, orders.locate(record), orders.side(record), orders.reservedPriceE4(record),
                orders.reservedQuantity(record));
            orders.remove(record);
            return;
        }
        ledger.onReplaced(ACCOUNT, orders.locate(record), orders.side(record), orders.livePriceE4(record),
            orders.openQuantity(record), orders.reservedPriceE4(record), orders.reservedQuantity(record));
        orders.replaceRefused(record);
    }
}

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
package io.packetflow.latency.floor;

import io.packetflow.layout.memory.Arena;
import io.packetflow.risk.position.PositionTable;
import io.packetflow.risk.pretrade.ExposureLedger;
import io.packetflow.risk.pretrade.InstrumentBoard;
import io.packetflow.risk.pretrade.PreTradeCheck;
import io.packetflow.risk.pretrade.PreTradeRisk;
import io.packetflow.risk.pretrade.Side;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.gateway.ouch.OuchDecoder;
import io.packetflow.trading.gateway.ouch.OuchOutboundLayout;

/** Hot path. The floor's checks, exposures, open orders and positions of one account; the floor's own thread. */
final class FloorRisk
{
    private static final int ACCOUNT = 0;

    private final PreTradeRisk risk;
    private final PreTradeCheck check;
    private final ExposureLedger ledger;
    private final InstrumentBoard board;
    private final FloorOrders orders;
    private final PositionTable positions;
    private final boolean[] seen;

    FloorRisk(final TradingConfig config, final Arena arena)
    {
        risk = new PreTradeRisk(arena, config.limits());
        check = risk.check();
        ledger = risk.ledger();
        board = risk.board();
        orders = new FloorOrders(arena, config.symbols());
        positions = new PositionTable(arena, 1, config.symbols());
        seen = new boolean[config.symbols()];
    }

    void onInside(
        final int locate, final long bidE4, final long askE4, final boolean stateChanged, final boolean tradable)
    {
        if (bidE4 > 0 && askE4 > 0)
        {
            board.referencePrice(locate, (bidE4 + askE4) >>> 1);
        }
        if (stateChanged || !seen[locate])
        {
            seen[locate] = true;
            board.tradingState(locate, tradable ? InstrumentBoard.OPEN : InstrumentBoard.HALTED);
        }
    }

    boolean enter(
        final int locate,
        final int side,
        final int userRef,
        final long priceE4,
        final int quantity,
        final long nowNanos)
    {
        if (check.checkAndReserve(ACCOUNT, locate, side, priceE4, quantity, nowNanos) != 0)
        {
            return false;
        }
        orders.enter(locate, side, userRef, priceE4, quantity);
        return true;
    }

    boolean replace(
        final int locate,
        final int original,
        final int userRef,
        final long priceE4,
        final int quantity,
        final long nowNanos)
    {
        final int order = orders.find(locate, original);
        if (order == FloorOrders.NONE || orders.isReplaceUnderWay(order) ||
            check.checkAndReserveReplace(ACCOUNT, locate, FloorOrders.side(order), priceE4, quantity,
            orders.reservedPriceE4(order), orders.reservedQuantity(order), nowNanos) != 0)
        {
            return false;
        }
        orders.replaceUnderWay(order, userRef, priceE4, quantity);
        return true;
    }

    void onAnswer(final int locate, final OuchDecoder answer)
    {
        switch (answer.type())
        {
            case OuchOutboundLayout.REPLACED -> onReplaced(orders.find(locate, answer.replacedUserRef()), answer);
            case OuchOutboundLayout.CANCELED ->
                onCanceled(orders.find(locate, answer.userRef()), answer.canceledQuantity());
            case OuchOutboundLayout.EXECUTED -> onExecuted(orders.find(locate, answer.userRef()), answer);
            case OuchOutboundLayout.REJECTED ->
                onRejected(orders.find(locate, answer.userRef()), answer.userRef());
            default ->
            {
                // An acceptance confirms what is reserved.
            }
        }
    }

    private void onReplaced(final int order, final OuchDecoder answer)
    {
        if (order == FloorOrders.NONE || !orders.isReplaceUnderWay(order))
        {
            return;
        }
        final int quantity = answer.replacedQuantity();
        ledger.onReplaced(ACCOUNT, FloorOrders.locate(order), FloorOrders.side(order), answer.replacedPriceE4(),
            quantity, orders.reservedPriceE4(order), orders.reservedQuantity(order));
        orders.replaced(order, quantity);
    }

    private void onCanceled(final int order, final int quantity)
    {
        if (order == FloorOrders.NONE)
        {
            return;
        }
        final boolean ends = quantity >= orders.openQuantity(order);
        release(order, ends ? orders.reservedQuantity(order) : quantity, ends);
        reduceOrEnd(order, quantity, ends);
    }

    private void onExecuted(final int order, final OuchDecoder answer)
    {
        if (order == FloorOrders.NONE)
        {
            return;
        }
        final int quantity = answer.executedQuantity();
        final boolean ends = quantity >= orders.openQuantity(order);
        final int surplus = ends ? orders.reservedQuantity(order) - quantity : 0;
        if (surplus > 0)
        {
            release(order, surplus, false);
        }
        final int locate = FloorOrders.locate(order);
        final int side = FloorOrders.side(order);
        ledger.onFill(ACCOUNT, locate, side, orders.reservedPriceE4(order), quantity, ends);
        positions.onFill(ACCOUNT, locate, side, answer.executedPriceE4(), quantity);
        reduceOrEnd(order, quantity, ends);
    }

    private void onRejected(final int order, final int userRef)
    {
        if (order == FloorOrders.NONE)
        {
            return;
        }
        final int live = orders.liveRef(order);
        if (live == 0)
        {
            orders.forget(order);
        }
        else if (live == userRef)
        {
            ledger.release(ACCOUNT, FloorOrders.locate(order), FloorOrders.side(order),
                orders.reservedPriceE4(order), orders.reservedQuantity(order));
            orders.forget(order);
        }
        else
        {
            ledger.onReplaced(ACCOUNT, FloorOrders.locate(order), FloorOrders.side(order),
                orders.livePriceE4(order), orders.openQuantity(order), orders.reservedPriceE4(order),
                orders.reservedQuantity(order));
            orders.replaceRefused(order);
        }
    }

    private void release(final int order, final int quantity, final boolean ends)
    {
        ledger.onCancel(ACCOUNT, FloorOrders.locate(order), FloorOrders.side(order), orders.reservedPriceE4(order),
            quantity, ends);
    }

    private void reduceOrEnd(final int order, final int quantity, final boolean ends)
    {
        if (ends)
        {
            orders.end(order);
        }
        else
        {
            orders.reduce(order, quantity);
        }
    }

    /** Returns a hash of exposures and positions, as RiskManager has it. */
    long stateHash()
    {
        return risk.stateHash() + positions.stateHash();
    }

    static int side(final byte letter)
    {
        return letter == 'B' ? Side.BUY : Side.SELL;
    }
}

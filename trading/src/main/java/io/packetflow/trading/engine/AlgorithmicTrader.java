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
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.gateway.ouch.OuchDecoder;
import io.packetflow.trading.gateway.ouch.OuchOutboundLayout;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.strategy.MarketMakerReport;
import io.packetflow.trading.strategy.OrderIntents;

/**
 * Hot path. CF:br: lets the strategy answer the market and the venue. Stops a feed instance that leads to no intent;
 * the venue's answers always go on, since risk books them too.
 *
 * <p>After a kill it wants nothing any more and withdraws its quotes, a symbol an instance: each step emits the next
 * over the packet's back edge, so a withdrawal is ordered and journaled like everything else. What is under way
 * meanwhile is withdrawn when its answer comes. When live orders are to be cancelled
 * ({@link ControlCommands#CANCEL_LIVE}) it does the same, and quotes afresh once no order of before is left; so it does
 * while the journal's disk is nearly full, for as long as that lasts.
 */
public final class AlgorithmicTrader implements PacketHandler, Stateful
{
    /** Name of the packet. */
    public static final String NAME = "AlgorithmicTrader";

    /** Label of the count of orders that were cancelled since a kill or a cancel of all last came. */
    public static final String WITHDRAWN = "orders withdrawn";

    /** Symbols that one step of a withdrawal looks at; it ends early at the first that has a quote. */
    static final int WITHDRAWAL_STEP = 512;

    private final InstanceHeader header;
    private final InstanceInput input;
    private final MarketArea market;
    private final OuchDecoder answer;
    private final MarketMaker strategy;
    private final Emitter withdrawal;
    private final int symbols;
    private final long withdrawalDelayNanos;
    private boolean quoting = true;
    private boolean killed;
    private boolean spaceLow;
    private int clearedSymbols;
    private long intentCount;
    private long withdrawnCount;
    private long commandCount;

    /**
     * Makes the handler.
     *
     * @param context of one running molecule
     * @param config of the engine
     */
    public AlgorithmicTrader(final PacketContext context, final TradingConfig config)
    {
        this.header = context.header();
        this.input = context.input();
        this.market = context.area(MarketDataProcessor.NAME, MarketArea.class);
        this.answer = new OuchDecoder(input.slab());
        this.strategy = context.resource(TradingEngine.STRATEGY, MarketMaker.class);
        strategy.writeTo(context.area(NAME, OrderIntents.class));
        this.withdrawal = context.emitter(TradingKinds.WITHDRAWAL.maxInputBytes());
        this.symbols = config.symbols();
        this.withdrawalDelayNanos = config.emissionDelayNanos();
        context.count("intents", () -> intentCount);
        context.count("control commands", () -> commandCount);
        context.count(WITHDRAWN, () -> withdrawnCount);
        context.count("answers about unknown orders", strategy::unknownRefs);
    }

    @Override
    public int onInstance()
    {
        final int kind = header.kind();
        if (kind == TradingKinds.WITHDRAWAL_CODE)
        {
            intentCount += withdraw((int)input.getLong(0));
            return CONTINUE;
        }
        final boolean fed = kind == TradingKinds.FEED_CODE;
        final int count = strategy.decide(fed ? onMarket() : onOther(kind));
        intentCount += count;
        return fed && count == 0 && !market.isStateChanged() ? STOP : CONTINUE;
    }

    private int onMarket()
    {
        if (!quoting)
        {
            quoteAgainIfCleared();
        }
        return strategy.onInside(market.locate(), market.bidPriceE4(), market.bidQuantity(), market.askPriceE4(),
            market.askQuantity(), market.isTradable());
    }

    /** While it does not quote, a symbol without an order stays so: each is looked at until it has none, and once. */
    private void quoteAgainIfCleared()
    {
        clearedSymbols =
            strategy.nextActive(clearedSymbols, Math.min(symbols, clearedSymbols + WITHDRAWAL_STEP));
        quote(!killed && !spaceLow && clearedSymbols == symbols);
    }

    private void quote(final boolean value)
    {
        quoting = value;
        strategy.quoting(value);
    }

    private int onOther(final int kind)
    {
        switch (kind)
        {
            case TradingKinds.VENUE_CODE:
                return onAnswer();
            case TradingKinds.REFUSAL_CODE:
                return strategy.onRejected((int)input.getLong(0));
            default:
                return onControl(kind);
        }
    }

    private int onAnswer()
    {
        answer.wrap(input.slab(), input.offset());
        switch (answer.type())
        {
            case OuchOutboundLayout.ACCEPTED:
                return strategy.onAccepted(answer.userRef());
            case OuchOutboundLayout.REPLACED:
                return strategy.onReplaced(
                    answer.replacedUserRef(), answer.replacedOriginalRef(), answer.replacedQuantity());
            case OuchOutboundLayout.CANCELED:
                withdrawnCount += quoting ? 0 : 1;
                return strategy.onCanceled(answer.userRef(), answer.canceledQuantity());
            case OuchOutboundLayout.AIQ_CANCELED:
                return strategy.onCanceled(answer.userRef(), answer.aiqCanceledQuantity());
            case OuchOutboundLayout.EXECUTED:
                return strategy.onExecuted(
                    answer.userRef(), answer.executedQuantity(), answer.executedPriceE4());
            case OuchOutboundLayout.REJECTED:
            case OuchOutboundLayout.CANCEL_REJECTED:
                return strategy.onRejected(answer.userRef());
            default:
                // Broken trades, restatements and system events change neither quotes nor open orders.
                return MarketMaker.NOTHING;
        }
    }

    private int onControl(final int kind)
    {
        if (kind != InstanceKind.CONTROL.code())
        {
            return MarketMaker.NOTHING;
        }
        commandCount++;
        final int command = (int)input.getLong(TradingCommand.COMMAND);
        final boolean stopped = killed || spaceLow;
        killed = command == TradingCommand.KILL || (killed && command != TradingCommand.RESUME);
        spaceLow = command == TradingCommand.SPACE_LOW || (spaceLow && command != TradingCommand.SPACE_ENOUGH);
        if (command == ControlCommands.CANCEL_LIVE || (!stopped && (killed || spaceLow)))
        {
            beginWithdrawal();
        }
        return MarketMaker.NOTHING;
    }

    private void beginWithdrawal()
    {
        quote(false);
        clearedSymbols = 0;
        withdrawnCount = 0;
        emitWithdrawal(0);
    }

    /** Withdraws the quotes of the first symbol that has one, from a locate on, and emits the next step. */
    private int withdraw(final int from)
    {
        final int end = Math.min(symbols, from + WITHDRAWAL_STEP);
        int locate = from;
        int count = strategy.decide(MarketMaker.NOTHING);
        while (locate < end && count == 0 && !quoting)
        {
            count = strategy.decide(strategy.concernOf(locate));
            locate++;
        }
        if (locate < symbols && !quoting)
        {
            emitWithdrawal(locate);
        }
        return count;
    }

    private void emitWithdrawal(final int locate)
    {
        final int at = withdrawal.claim(TradingKinds.WITHDRAWAL_CODE, Long.BYTES,
            header.logicalTimeNanos() + withdrawalDelayNanos);
        if (at != Emitter.FULL)
        {
            withdrawal.slab().putLong(at, locate);
            withdrawal.commit();
        }
    }

    /** Cold. Whether it quotes and was killed, and the counts; the strategy is a resource. */
    @Override
    public void exchange(final StateExchange state)
    {
        quote(state.flag("quoting", quoting));
        killed = state.flag("killed", killed);
        spaceLow = state.flag("spaceLow", spaceLow);
        clearedSymbols = state.int32("clearedSymbols", clearedSymbols);
        withdrawnCount = state.int64("withdrawnCount", withdrawnCount);
        intentCount = state.int64("intentCount", intentCount);
        commandCount = state.int64("commandCount", commandCount);
    }

    @Override
    public long stateHash()
    {
        return new MarketMakerReport(strategy).stateHash() + (killed ? 1 : 0) + (quoting ? 0 : 2) +
            (spaceLow ? 4 : 0);
    }
}

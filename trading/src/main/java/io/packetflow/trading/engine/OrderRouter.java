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

import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.ReleasingHandler;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.gateway.ouch.OuchEncoder;
import io.packetflow.trading.strategy.OrderIntents;

/**
 * Hot path. DF:pr: encodes what passed as OUCH 5.0 into the slot and, when the instance is released, lets it go to the
 * outside. What was refused goes back to the trader as an instance, over the back edge.
 */
public final class OrderRouter implements ReleasingHandler, Stateful
{
    /** Name of the packet. */
    public static final String NAME = "OrderRouter";

    private final InstanceHeader header;
    private final MarketArea market;
    private final OrderIntents intents;
    private final VerdictArea verdicts;
    private final OrderArea orders;
    private final OuchEncoder encoder;
    private final OrderOutput output;
    private final Emitter refusals;
    private final long[] symbols;
    private final long emissionDelayNanos;
    private long lostRefusals;

    /**
     * Makes the handler.
     *
     * @param context of one running molecule
     * @param config of the engine
     */
    public OrderRouter(final PacketContext context, final TradingConfig config)
    {
        this.header = context.header();
        this.market = context.area(MarketDataProcessor.NAME, MarketArea.class);
        this.intents = context.area(AlgorithmicTrader.NAME, OrderIntents.class);
        this.verdicts = context.area(RiskManager.NAME, VerdictArea.class);
        this.orders = context.area(NAME, OrderArea.class);
        this.encoder = new OuchEncoder(orders.slab(), config.orderTerms());
        this.output = context.resource(TradingEngine.OUTPUT, OrderOutput.class);
        this.refusals = context.emitter(TradingKinds.REFUSAL.maxInputBytes());
        this.symbols = new long[config.symbols()];
        this.emissionDelayNanos = config.emissionDelayNanos();
        context.count("orders sent", output::count);
        context.count("refusals lost", () -> lostRefusals);
    }

    @Override
    public int onInstance()
    {
        final int intentCount = intents.count();
        final int locate = intents.locate();
        if (header.kind() == TradingKinds.FEED_CODE)
        {
            // Quotes follow the market, so a symbol's first order is caused by a message that names it.
            symbols[market.locate()] = market.symbol();
        }
        int count = 0;
        for (int i = 0; i < intentCount; i++)
        {
            final long violations = verdicts.violations(i);
            if (violations == 0)
            {
                orders.length(count, encode(orders.message(count), i, symbols[locate]));
                count++;
            }
            else
            {
                refuse(intents.userRef(i), violations);
            }
        }
        orders.head(locate, count);
        return count == 0 ? STOP : CONTINUE;
    }

    private int encode(final long at, final int index, final long symbol)
    {
        switch (intents.action(index))
        {
            case OrderIntents.ENTER:
                return encoder.enter(at, intents.userRef(index), intents.side(index), intents.quantity(index), symbol,
                    intents.priceE4(index));
            case OrderIntents.REPLACE:
                return encoder.replace(at, intents.originalUserRef(index), intents.userRef(index),
                    intents.quantity(index), intents.priceE4(index));
            default:
                return encoder.cancel(at, intents.userRef(index), 0);
        }
    }

    private void refuse(final int userRef, final long violations)
    {
        final int at = refusals.claim(TradingKinds.REFUSAL_CODE, 2 * Long.BYTES,
            header.logicalTimeNanos() + emissionDelayNanos);
        if (at == Emitter.FULL)
        {
            lostRefusals++;
            return;
        }
        refusals.slab().putLong(at, userRef);
        refusals.slab().putLong(at + Long.BYTES, violations);
        refusals.commit();
    }

    @Override
    public void onRelease()
    {
        if (output.isDrained())
        {
            hand();
        }
        if (header.ingressNanos() != 0)
        {
            orders.egressNanos(System.nanoTime());
        }
        count();
    }

    /** Whoever carries messages to the outside knows which of these it has already. */
    @Override
    public void onReplay()
    {
        if (output.isDrained())
        {
            hand();
        }
        count();
    }

    /**
     * Copies the messages out for whoever reads them; without a reader the slot itself is what a session sends from.
     */
    private void hand()
    {
        final int count = orders.count();
        for (int i = 0; i < count; i++)
        {
            output.write(orders.slab(), orders.message(i), orders.length(i));
        }
    }

    private void count()
    {
        final int count = orders.count();
        for (int i = 0; i < count; i++)
        {
            output.count(orders.slab(), orders.message(i), orders.length(i));
        }
    }

    /** Cold. The symbols seen and the count of lost refusals. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.longs("symbols", symbols);
        lostRefusals = state.int64("lostRefusals", lostRefusals);
    }

    @Override
    public long stateHash()
    {
        return output.streamHash();
    }
}

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
package io.packetflow.trading.venue;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.gateway.ouch.OuchDecoder;
import io.packetflow.trading.gateway.ouch.OuchEncoder;
import io.packetflow.trading.gateway.ouch.OuchOrderTerms;
import io.packetflow.trading.gateway.ouch.OuchOutboundLayout;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.strategy.MarketMakerConfig;
import io.packetflow.trading.strategy.MarketMakerReport;
import io.packetflow.trading.strategy.OrderIntents;

/** A market maker, its gateway and a simulated venue in one thread, stepped by the changes of a market. */
final class TradingLoop
{
    final MarketMaker maker;
    final SimulatedVenue venue;
    long orders;
    int highestPosition;
    int lowestPosition;

    private final Slab wire;
    private final OuchEncoder encoder;
    private final OuchDecoder answer;
    private final long[] symbols;

    TradingLoop(final MarketMakerConfig strategy, final SimulatedVenueConfig config, final Arena arena)
    {
        wire = arena.allocate(64, 64);
        maker = new MarketMaker(strategy, arena);
        venue = new SimulatedVenue(config, arena, wire);
        encoder = new OuchEncoder(wire, OuchOrderTerms.postOnly("PFLOW1"));
        answer = new OuchDecoder(venue.answers().slab());
        symbols = new long[strategy.symbols()];
    }

    void list(final int locate, final long symbol)
    {
        symbol(locate, symbol);
        venue.list(locate, symbol);
    }

    void symbol(final int locate, final long symbol)
    {
        symbols[locate] = symbol;
    }

    void onInside(
        final int locate, final long bid, final int bidQuantity, final long ask, final int askQuantity,
        final boolean tradable, final long timeNanos)
    {
        final OutboundQueue answers = venue.answers();
        while (answers.isDue(timeNanos))
        {
            final long due = answers.headTimeNanos();
            answer.wrap(answers.headOffset());
            take();
            answers.release();
            send(due);
        }
        venue.onInside(locate, bid, bidQuantity, ask, askQuantity, tradable, timeNanos);
        maker.decide(maker.onInside(locate, bid, bidQuantity, ask, askQuantity, tradable));
        send(timeNanos);
        highestPosition = Math.max(highestPosition, maker.position(locate));
        lowestPosition = Math.min(lowestPosition, maker.position(locate));
    }

    long stateHash()
    {
        return new MarketMakerReport(maker).stateHash();
    }

    private void take()
    {
        switch (answer.type())
        {
            case OuchOutboundLayout.ACCEPTED -> maker.decide(maker.onAccepted(answer.userRef()));
            case OuchOutboundLayout.REPLACED -> maker.decide(maker.onReplaced(
                answer.replacedUserRef(), answer.replacedOriginalRef(), answer.replacedQuantity()));
            case OuchOutboundLayout.CANCELED -> maker.decide(maker.onCanceled(
                answer.userRef(), answer.canceledQuantity()));
            case OuchOutboundLayout.EXECUTED -> maker.decide(maker.onExecuted(
                answer.userRef(), answer.executedQuantity(), answer.executedPriceE4()));
            case OuchOutboundLayout.REJECTED -> maker.decide(maker.onRejected(answer.userRef()));
            default -> throw new AssertionError("no such answer: " + (char)answer.type());
        }
    }

    private void send(final long timeNanos)
    {
        final OrderIntents intents = maker.intents();
        for (int i = 0; i < intents.count(); i++)
        {
            final int length;
            if (intents.action(i) == OrderIntents.ENTER)
            {
                length = encoder.enter(
                    0, intents.userRef(i), intents.side(i), intents.quantity(i), symbols[intents.locate()],
                    intents.priceE4(i));
            }
            else if (intents.action(i) == OrderIntents.REPLACE)
            {
                length = encoder.replace(
                    0, intents.originalUserRef(i), intents.userRef(i), intents.quantity(i), intents.priceE4(i));
            }
            else
            {
                length = encoder.cancel(0, intents.originalUserRef(i), 0);
            }
            venue.onMessage(0, length, timeNanos);
            orders++;
        }
    }
}

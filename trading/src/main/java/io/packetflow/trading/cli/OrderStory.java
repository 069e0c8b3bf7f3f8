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

import java.math.BigDecimal;
import java.util.Locale;

import io.packetflow.engine.reactor.OfflineReplay;
import io.packetflow.engine.reactor.ReplayedInstance;
import io.packetflow.layout.number.PriceE4Text;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.pretrade.Violations;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.engine.AlgorithmicTrader;
import io.packetflow.trading.engine.MarketBooks;
import io.packetflow.trading.engine.RiskBook;
import io.packetflow.trading.engine.RiskManager;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.engine.VerdictArea;
import io.packetflow.trading.feed.itch.ItchSymbol;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.strategy.MarketMakerConfig;
import io.packetflow.trading.strategy.OrderIntents;

/** Cold path. Why an order was wanted and whether it was let go, as the engine stood when it decided. */
final class OrderStory
{
    private static final int DECIMALS = 4;

    private final TradingConfig config;
    private final int userRef;
    private final MarketMaker maker;
    private final MarketBooks books;
    private final RiskBook risk;
    private final StringBuilder text = new StringBuilder();

    OrderStory(final OfflineReplay replay, final TradingConfig config, final int userRef)
    {
        this.config = config;
        this.userRef = userRef;
        this.maker = replay.resource(TradingEngine.STRATEGY, MarketMaker.class);
        this.books = replay.resource(TradingEngine.BOOKS, MarketBooks.class);
        this.risk = replay.resource(TradingEngine.RISK, RiskBook.class);
    }

    /** Tells the story if this instance decided on the order; answers whether it did. */
    boolean tell(final ReplayedInstance instance)
    {
        final OrderIntents intents = instance.area(AlgorithmicTrader.NAME, OrderIntents.class);
        for (int i = 0; i < intents.count(); i++)
        {
            if (intents.action(i) != OrderIntents.CANCEL && intents.userRef(i) == userRef)
            {
                tell(instance, intents, i);
                return true;
            }
        }
        return false;
    }

    private void tell(final ReplayedInstance instance, final OrderIntents intents, final int index)
    {
        final int locate = intents.locate();
        final VerdictArea verdicts = instance.area(RiskManager.NAME, VerdictArea.class);
        final long violations = verdicts.violations(index);
        line("order", "%s: %s%s %,d %s at %s", Integer.toUnsignedString(userRef),
            intents.action(index) == OrderIntents.REPLACE ?
                "replaces " + Integer.toUnsignedString(intents.originalUserRef(index)) + ", " : "",
            InstanceText.side(intents.side(index)), intents.quantity(index), symbol(locate),
            PriceE4Text.format(intents.priceE4(index)));
        line(violations == 0 ? "sent" : "refused", "with instance %,d at %s", instance.header().sequence(),
            InstanceText.time(instance.header().logicalTimeNanos()));
        line("caused by", "%s", InstanceText.of(instance));
        inside(locate);
        rule(intents, index);
        limits(locate, verdicts.limitsVersion());
        line("verdict", "%s", violations == 0 ? "passed all checks" : "refused: " + Violations.describe(violations));
    }

    private String symbol(final int locate)
    {
        return ItchSymbol.unpack(books.processor().directory().symbolOf(locate)).strip();
    }

    private void inside(final int locate)
    {
        final OrderBooks all = books.processor().books();
        line("book", "bid %s, ask %s", level(all.bestBidPriceE4(locate), all.bestBidQuantity(locate)),
            level(all.bestAskPriceE4(locate), all.bestAskQuantity(locate)));
    }

    private static String level(final long priceE4, final long quantity)
    {
        return priceE4 == 0 ? "none" : String.format(Locale.ROOT, "%,d at %s", quantity, PriceE4Text.format(priceE4));
    }

    private void rule(final OrderIntents intents, final int index)
    {
        final MarketMakerConfig strategy = config.strategy();
        final int position = maker.position(intents.locate());
        final int skew = Math.max(-strategy.maxSkewTicks(),
            Math.min(strategy.maxSkewTicks(), position / strategy.skewQuantity()));
        final boolean isBid = intents.side(index) == 'B';
        line("rule", "quote %d ticks %s the best %s, %s (edge %d, skew %d for %,d shares held)",
            isBid ? strategy.edgeTicks() + skew : strategy.edgeTicks() - skew, isBid ? "below" : "above",
            isBid ? "bid" : "ask", intents.action(index) == OrderIntents.ENTER ? "where no order works" :
            "where the working price is " + strategy.hysteresisTicks() + " or more ticks away", strategy.edgeTicks(),
            skew, position);
    }

    private void limits(final int locate, final long version)
    {
        final InstrumentLimits instrument = risk.instrumentLimits(locate);
        final AccountLimits account = risk.accountLimits();
        line("limits", "version %d", version);
        line("", "%s: %,d to %,d shares worth up to %s, within %,d basis points of the reference", symbol(locate),
            instrument.minQuantity(), instrument.maxQuantity(), money(instrument.maxOrderNotionalE4()),
            instrument.collarBasisPoints());
        line("", "account: up to %,d open orders worth %s, an order up to %s, %,d orders/s after %,d at once",
            account.maxOpenOrders(), money(account.maxOpenNotionalE4()), money(account.maxOrderNotionalE4()),
            account.ordersPerSecond(), account.burstOrders());
    }

    private static String money(final long valueE4)
    {
        return String.format(Locale.ROOT, "%,.2f USD", BigDecimal.valueOf(valueE4, DECIMALS));
    }

    private void line(final String name, final String format, final Object... values)
    {
        text.append(String.format(Locale.ROOT, "%-11s", name)).append(String.format(Locale.ROOT, format, values))
            .append('\n');
    }

    String text()
    {
        return text.toString();
    }
}

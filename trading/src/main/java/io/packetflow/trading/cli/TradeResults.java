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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.packetflow.risk.pretrade.Violation;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.compliance.Surveillance;
import io.packetflow.trading.engine.ComplianceDesk;
import io.packetflow.trading.engine.MarketBooks;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.RiskBook;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.engine.VenueModel;
import io.packetflow.trading.feed.itch.ItchSymbol;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.strategy.MarketMakerReport;
import io.packetflow.trading.venue.VenueCounters;

/** Cold path. What came of a run: orders, answers, positions, profit. Read when the molecule is quiescent. */
final class TradeResults
{
    private static final int ACCOUNT = 0;
    private static final int DECIMALS = 4;
    private static final int BEST = 5;
    private static final int HASH_STEP = 31;

    private final EngineState engine;
    private final int symbols;
    private final RiskBook risk;
    private final MarketMaker maker;
    private final StringBuilder text = new StringBuilder();

    /** One symbol that was traded. */
    private record Traded(int locate, long position, long worthE4, long fills)
    {
    }

    TradeResults(final EngineState engine, final int symbols)
    {
        this.symbols = symbols;
        this.engine = engine;
        this.risk = engine.resource(TradingEngine.RISK, RiskBook.class);
        this.maker = engine.resource(TradingEngine.STRATEGY, MarketMaker.class);
    }

    /** Returns the hash over all order messages in their order. */
    long orderHash()
    {
        return engine.resource(TradingEngine.OUTPUT, OrderOutput.class).streamHash();
    }

    /** Returns a hash over the state of all packets. */
    long stateHash()
    {
        long hash = 0;
        for (final long one : engine.stateHashes().values())
        {
            hash = hash * HASH_STEP + one;
        }
        return hash;
    }

    /** Returns in how many symbols the trader's position is not that of risk, though both come from the same fills. */
    int disagreements()
    {
        int count = 0;
        for (int locate = 0; locate < symbols; locate++)
        {
            count += maker.position(locate) == risk.positions().position(ACCOUNT, locate) ? 0 : 1;
        }
        return count;
    }

    /** Returns how many orders are live, or on their way to the venue. */
    long openOrders()
    {
        return risk.risk().ledger().openOrders(ACCOUNT);
    }

    String text(final OrderFile file)
    {
        orders(file);
        venue();
        positions();
        return text.toString();
    }

    private void orders(final OrderFile file)
    {
        line("orders");
        line("  sent          %,d OUCH messages, hash %016x",
            engine.resource(TradingEngine.OUTPUT, OrderOutput.class).count(), orderHash());
        if (file != null)
        {
            line("  written       %,d to %s", file.written(), file.path());
        }
        for (final Violation violation : Violation.values())
        {
            final long count = risk.risk().refusals().count(violation);
            if (count != 0)
            {
                line("  refused       %,d %s", count, violation.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        final ComplianceDesk desk = engine.resource(TradingEngine.COMPLIANCE, ComplianceDesk.class);
        final Surveillance surveillance = desk.surveillance();
        line("  compliance    %,d records, %,d order-to-trade and %,d message-rate breaches", desk.trail().published(),
            surveillance.ratioBreaches(), surveillance.rateBreaches());
        line("  still open    %,d orders worth %s", openOrders(),
            money(risk.risk().ledger().openNotionalE4(ACCOUNT)));
        line("  state hash    %016x", stateHash());
    }

    private void venue()
    {
        final VenueCounters venue = engine.resource(TradingEngine.VENUE, VenueModel.class).venue().counters();
        line("%nsimulated venue");
        line("  answers       %,d accepted, %,d replaced, %,d canceled, %,d rejected", venue.accepted(),
            venue.replaced(), venue.canceled(), venue.rejected());
        line("  fills         %,d of %,d shares", venue.fills(), venue.filledQuantity());
        line("  unknown       %,d answers to the trader, %,d to risk", maker.unknownRefs(), risk.unknownCount());
    }

    private void positions()
    {
        final List<Traded> traded = traded();
        line("%npositions and profit");
        line("  symbols       %,d traded, %,d not flat", traded.size(),
            traded.stream().filter(one -> one.position() != 0).count());
        line("  worth         %s (cash, and positions at the middle of the last inside)",
            money(traded.stream().mapToLong(Traded::worthE4).sum()));
        line("  agreement     %s", disagreements() == 0 ?
            "trader and risk hold the same positions" : "trader and risk differ in " + disagreements() + " symbols");
        final SymbolDirectory directory =
            engine.resource(TradingEngine.BOOKS, MarketBooks.class).processor().directory();
        traded.stream().sorted(Comparator.comparingLong(Traded::fills).reversed()).limit(BEST).forEach(one ->
            line("  %-8s      %,d fills, %,d shares held, worth %s",
                ItchSymbol.unpack(directory.symbolOf(one.locate())).strip(), one.fills(), one.position(),
                money(one.worthE4())));
    }

    private List<Traded> traded()
    {
        final MarketMakerReport report = new MarketMakerReport(maker);
        final List<Traded> traded = new ArrayList<>();
        for (int locate = 0; locate < symbols; locate++)
        {
            final long fills = risk.positions().fillCount(ACCOUNT, locate);
            if (fills != 0)
            {
                traded.add(new Traded(locate, maker.position(locate), report.worthE4(locate), fills));
            }
        }
        return traded;
    }

    private static String money(final long valueE4)
    {
        return String.format(Locale.ROOT, "%,.2f USD", BigDecimal.valueOf(valueE4, DECIMALS));
    }

    private void line(final String format, final Object... values)
    {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

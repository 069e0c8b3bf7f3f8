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
package io.packetflow.trading.feed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

import io.packetflow.trading.feed.file.FeedSummaryText;

/** Cold path. A book summary for people. */
final class BookSummaryText
{
    private static final int DECIMALS = 4;

    private final StringBuilder text = new StringBuilder();

    private BookSummaryText()
    {
    }

    /** Returns a summary as lines, each with a line feed at the end. */
    static String format(final BookSummary summary)
    {
        final BookSummaryText writer = new BookSummaryText();
        writer.text.append(FeedSummaryText.format(summary.fileName(), summary.feed()));
        writer.troubles(summary);
        writer.trading(summary);
        writer.book(summary);
        return writer.text.toString();
    }

    private void troubles(final BookSummary summary)
    {
        summary.ignoredUnknownReferences().forEach(
            (type, count) -> line("ignored, unknown order: %c %,d", type, count));
        summary.refusals().forEach((reason, count) -> line("refused, %s: %,d", reason, count));
    }

    private void trading(final BookSummary summary)
    {
        line("");
        line("%s", summary.symbol().map(symbol -> "symbol " + symbol).orElse(noSymbol(summary)));
        line("  executed           %,16d shares  %24s", summary.executedShares(), money(summary.executedNotionalE4()));
        line("  non-displayed      %,16d shares  %24s",
            summary.nonDisplayedShares(), money(summary.nonDisplayedNotionalE4()));
    }

    private static String noSymbol(final BookSummary summary)
    {
        return summary.symbolsWithOrders() == 0 ?
            "no symbol has orders" :
            summary.symbolsWithOrders() + " symbols with orders; --symbol shows the inside of one";
    }

    private void book(final BookSummary summary)
    {
        line("  changes of inside  %,16d", summary.insideChanges());
        line("  live orders        %,16d", summary.liveOrders());
        line("  levels             %,16d bid  %,d offered", summary.bidLevels(), summary.askLevels());
        summary.inside().ifPresent(inside -> line("  inside             %s  /  %s",
            side(inside.bidPriceE4(), inside.bidQuantity()), side(inside.askPriceE4(), inside.askQuantity())));
        if (summary.lockedCount() + summary.crossedCount() != 0)
        {
            line("  locked %,d times, crossed %,d times (all symbols)", summary.lockedCount(), summary.crossedCount());
        }
    }

    private void line(final String format, final Object... values)
    {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String side(final long priceE4, final long quantity)
    {
        return priceE4 == 0 ? "none" :
            String.format(Locale.ROOT, "%s x %,d", BigDecimal.valueOf(priceE4, DECIMALS).toPlainString(), quantity);
    }

    private static String money(final BigInteger valueE4)
    {
        return String.format(Locale.ROOT, "%,.2f USD", new BigDecimal(valueE4, DECIMALS));
    }
}

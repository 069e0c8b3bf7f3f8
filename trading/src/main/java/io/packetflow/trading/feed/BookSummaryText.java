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
import java.util.Map;

import io.packetflow.trading.feed.file.FeedSummary;
import io.packetflow.trading.feed.itch.ItchChecks;
import io.packetflow.trading.feed.itch.ItchLayout;

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
        writer.feed(summary);
        writer.troubles(summary);
        writer.trading(summary);
        writer.book(summary);
        return writer.text.toString();
    }

    private void feed(final BookSummary summary)
    {
        line("%s: %,d messages", summary.fileName(), summary.feed().messageCount());
        summary.feed().countByType().forEach(
            (type, count) -> line("  %c  %-24s %,14d", type, ItchLayout.name(type), count));
    }

    private void troubles(final BookSummary summary)
    {
        final FeedSummary feed = summary.feed();
        skipped("of unknown type", feed.unknownByType(), feed.firstUnknownPosition());
        skipped("of wrong length", feed.wrongLengthByType(), feed.firstWrongLengthPosition());
        if (feed.backwardsCount() != 0)
        {
            line("time ran backwards %,d times, first at byte %d",
                feed.backwardsCount(), feed.firstBackwardsPosition());
        }
        if (feed.trailingBytes() != 0)
        {
            line("%,d bytes stand behind the end of session and were not read", feed.trailingBytes());
        }
        summary.ignoredUnknownReferences().forEach(
            (type, count) -> line("ignored, unknown order: %c %,d", type, count));
        summary.refusals().forEach((reason, count) -> line("refused, %s: %,d", reason, count));
    }

    private void skipped(final String what, final Map<Character, Long> counts, final long firstPosition)
    {
        if (firstPosition != ItchChecks.NONE)
        {
            final StringBuilder kinds = new StringBuilder();
            counts.forEach((type, count) -> kinds.append(' ').append(printable(type)).append(' ').append(count));
            line("skipped, %s:%s (first at byte %d)", what, kinds, firstPosition);
        }
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
        summary.inside().ifPresent(inside -> line("  inside             %s x %,d  /  %s x %,d",
            price(inside.bidPriceE4()), inside.bidQuantity(), price(inside.askPriceE4()), inside.askQuantity()));
        if (summary.lockedCount() + summary.crossedCount() != 0)
        {
            line("  locked %,d times, crossed %,d times (all symbols)", summary.lockedCount(), summary.crossedCount());
        }
    }

    private void line(final String format, final Object... values)
    {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String printable(final char type)
    {
        return type > ' ' && type <= '~' ? String.valueOf(type) : String.format("0x%02x", (int)type);
    }

    private static String price(final long priceE4)
    {
        return priceE4 == 0 ? "none" : BigDecimal.valueOf(priceE4, DECIMALS).toPlainString();
    }

    private static String money(final BigInteger valueE4)
    {
        return String.format(Locale.ROOT, "%,.2f USD", new BigDecimal(valueE4, DECIMALS));
    }
}

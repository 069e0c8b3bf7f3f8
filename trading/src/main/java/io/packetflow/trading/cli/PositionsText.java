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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.TextTable;
import io.packetflow.ringbuffers.share.SharedView;
import io.packetflow.ringbuffers.share.TableProgress;
import io.packetflow.trading.positions.AccountRow;
import io.packetflow.trading.positions.PositionRow;

/** Cold path. A positions table for people, and for programs. */
final class PositionsText
{
    private static final int DECIMALS = 4;

    private PositionsText()
    {
    }

    static String table(final SharedView view, final TableFreshness freshness)
    {
        final TableProgress progress = view.progress();
        final TextTable table = new TextTable("account", "symbol", "position", "average", "realised", "reference",
            "worth", "open buy", "open sell", "fills");
        final List<PositionRow> rows = positions(view);
        for (final PositionRow row : rows)
        {
            table.row(Integer.toString(row.account()), row.symbolText(), count(row.position()),
                row.position() == 0 ? "" : money(row.costE4() / row.position()), money(row.realisedE4()),
                row.referencePriceE4() == 0 ? "" : money(row.referencePriceE4()), money(row.worthE4()),
                count(row.openBuyQuantity()), count(row.openSellQuantity()), count(row.fills()));
        }
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "journal    %s%n" +
            "current    to instance %,d of epoch %d, %s, %s%nfilled     %,d ms ago by %s, %s%n",
            view.origin().journal(), progress.sequence(), progress.epoch(), time(progress.timeNanos()),
            freshness.lag(), freshness.ageMillis(), freshness.text(), freshness.filler()));
        accounts(view).forEach(account -> text.append(String.format(Locale.ROOT,
            "account %-2d %,d open orders worth %s, %,d instruments%n", account.account(), account.openOrders(),
            money(account.openNotionalE4()), rows.size())));
        return text.append('\n').append(table.plain()).toString();
    }

    private static String time(final long timeNanos)
    {
        return Instant.ofEpochSecond(0, timeNanos).toString();
    }

    private static String money(final long valueE4)
    {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(valueE4, DECIMALS));
    }

    private static String count(final long value)
    {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static List<PositionRow> positions(final SharedView view)
    {
        return view.rows().stream().map(PositionRow::of).flatMap(Optional::stream).toList();
    }

    static List<AccountRow> accounts(final SharedView view)
    {
        return view.rows().stream().map(AccountRow::of).flatMap(Optional::stream).toList();
    }

    /** One object in one line. */
    static String json(final SharedView view, final TableFreshness freshness)
    {
        final TableProgress progress = view.progress();
        return "{\"journal\": " + quote(view.origin().journal()) + ", \"epoch\": " + progress.epoch() +
            ", \"sequence\": " + progress.sequence() + ", \"lag_instances\": " + freshness.lagInstances() +
            ", \"lag_by_journal\": " + freshness.isByJournal() + ", \"time_nanos\": " + progress.timeNanos() +
            ", \"published_millis\": " + progress.publishedMillis() + ", \"age_millis\": " + freshness.ageMillis() +
            ", \"filler\": " + quote(freshness.filler()) + ", \"filler_pid\": " + view.origin().pid() +
            ", \"accounts\": " + accounts(view).stream().map(PositionsText::json).collect(list()) +
            ", \"positions\": " + positions(view).stream().map(PositionsText::json).collect(list()) + "}\n";
    }

    private static Collector<CharSequence, ?, String> list()
    {
        return Collectors.joining(", ", "[", "]");
    }

    private static String json(final AccountRow row)
    {
        return "{\"account\": " + row.account() + ", \"open_orders\": " + row.openOrders() +
            ", \"open_notional_1e4\": " + row.openNotionalE4() + "}";
    }

    private static String json(final PositionRow row)
    {
        return "{\"account\": " + row.account() + ", \"locate\": " + row.locate() + ", \"symbol\": " +
            quote(row.symbolText()) + ", \"position\": " + row.position() + ", \"cost_1e4\": " + row.costE4() +
            ", \"realised_1e4\": " + row.realisedE4() + ", \"reference_price_1e4\": " + row.referencePriceE4() +
            ", \"worth_1e4\": " + row.worthE4() + ", \"open_buy\": " + row.openBuyQuantity() + ", \"open_sell\": " +
            row.openSellQuantity() + ", \"fills\": " + row.fills() + "}";
    }

    private static String quote(final String text)
    {
        final StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character ->
        {
            if (character < ' ')
            {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", character));
            }
            else
            {
                quoted.append(character == '"' || character == '\\' ? "\\" : "").appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }
}

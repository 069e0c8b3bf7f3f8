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

import java.util.Map;
import java.util.stream.Collectors;

/** Cold path. A book summary for programs: JSON with a fixed order of keys. */
final class BookSummaryJson
{
    private BookSummaryJson()
    {
    }

    /** Returns a summary as a JSON object, with a line feed at the end. */
    static String format(final BookSummary summary)
    {
        final StringBuilder json = new StringBuilder("{\n");
        field(json, "file", quote(summary.fileName()));
        field(json, "messages", summary.feed().messageCount());
        field(json, "types", counts(summary.feed().countByType()));
        field(json, "unknown_types", counts(summary.feed().unknownByType()));
        field(json, "wrong_lengths", counts(summary.feed().wrongLengthByType()));
        field(json, "time_backwards", summary.feed().backwardsCount());
        field(json, "cut_at", summary.feed().cutPosition());
        field(json, "symbol", summary.symbol().map(BookSummaryJson::quote).orElse("null"));
        field(json, "symbols_with_orders", summary.symbolsWithOrders());
        field(json, "ignored_unknown_refs", counts(summary.ignoredUnknownReferences()));
        field(json, "refused", counts(summary.refusals()));
        field(json, "executed_shares", summary.executedShares());
        field(json, "executed_notional_1e4", summary.executedNotionalE4());
        field(json, "nondisplayed_trade_shares", summary.nonDisplayedShares());
        field(json, "nondisplayed_notional_1e4", summary.nonDisplayedNotionalE4());
        field(json, "bbo_changes", summary.insideChanges());
        field(json, "final_bbo", summary.inside().map(BookSummaryJson::inside).orElse("null"));
        field(json, "locked", summary.lockedCount());
        field(json, "crossed", summary.crossedCount());
        field(json, "live_orders", summary.liveOrders());
        json.append(" \"levels\": [").append(summary.bidLevels()).append(", ").append(summary.askLevels());
        return json.append("]\n}\n").toString();
    }

    private static void field(final StringBuilder json, final String name, final Object value)
    {
        json.append(" \"").append(name).append("\": ").append(value).append(",\n");
    }

    private static String inside(final Inside inside)
    {
        return "[" + inside.bidPriceE4() + ", " + inside.bidQuantity() + ", " + inside.askPriceE4() + ", " +
            inside.askQuantity() + "]";
    }

    private static String counts(final Map<?, Long> counts)
    {
        return counts.entrySet().stream()
            .map(entry -> quote(String.valueOf(entry.getKey())) + ": " + entry.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quote(final String text)
    {
        final StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++)
        {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\')
            {
                quoted.append('\\').append(c);
            }
            else if (c < ' ')
            {
                quoted.append(String.format("\\u%04x", (int)c));
            }
            else
            {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

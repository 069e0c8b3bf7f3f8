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

import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;

import io.packetflow.trading.feed.file.FeedSummary;

/**
 * Cold path. What a book report found. Executions, trades, orders and levels are those of {@link #symbol} where it is
 * present, else of all symbols.
 *
 * @param fileName of the feed
 * @param feed what was in the file
 * @param symbol whose book is reported, present if asked for or if only one symbol had orders
 * @param symbolsWithOrders how many symbols had orders
 * @param ignoredUnknownReferences messages about orders that are not in the book, by type
 * @param refusals messages that the book refused for another reason, by reason
 * @param executedShares of displayed orders (E and C)
 * @param executedNotionalE4 of them, E at the order's price, C at its own
 * @param nonDisplayedShares of trades against non-displayed orders (P)
 * @param nonDisplayedNotionalE4 of them
 * @param insideChanges how often best bid or best offer changed, price or shares
 * @param inside at the end, present with the symbol
 * @param liveOrders at the end
 * @param bidLevels at the end
 * @param askLevels at the end
 * @param lockedCount after how many changes the best bid met the best offer, all symbols
 * @param crossedCount after how many changes the best bid was above the best offer, all symbols
 */
public record BookSummary(
    String fileName,
    FeedSummary feed,
    Optional<String> symbol,
    int symbolsWithOrders,
    SortedMap<Character, Long> ignoredUnknownReferences,
    SortedMap<String, Long> refusals,
    long executedShares,
    BigInteger executedNotionalE4,
    long nonDisplayedShares,
    BigInteger nonDisplayedNotionalE4,
    long insideChanges,
    Optional<Inside> inside,
    long liveOrders,
    long bidLevels,
    long askLevels,
    long lockedCount,
    long crossedCount)
{
}

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

import io.packetflow.trading.book.OrderBooks;

/**
 * Cold path. The best bid and the best offer of one symbol; 0 for an empty side.
 *
 * @param bidPriceE4 best bid
 * @param bidQuantity its shares
 * @param askPriceE4 best offer
 * @param askQuantity its shares
 */
public record Inside(long bidPriceE4, long bidQuantity, long askPriceE4, long askQuantity)
{
    static Inside of(final OrderBooks books, final int locate)
    {
        return new Inside(
            books.bestBidPriceE4(locate),
            books.bestBidQuantity(locate),
            books.bestAskPriceE4(locate),
            books.bestAskQuantity(locate));
    }
}

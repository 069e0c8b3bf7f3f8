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
package io.packetflow.latency.peers.book;

import java.util.concurrent.atomic.AtomicLong;

import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;

/**
 * Hot path. What comes out of exchange-core: counted by its results thread, read by the sender. Ordering: the count is
 * released after what it counts.
 */
final class ExchangeCoreResults
{
    private final AtomicLong count = new AtomicLong();
    private long executedQuantity;
    private long trades;

    /** Takes a result; the results thread only. */
    void take(final OrderCommand command)
    {
        if (command.command == OrderCommandType.PLACE_ORDER || command.command == OrderCommandType.CANCEL_ORDER)
        {
            for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent)
            {
                if (event.eventType == MatcherEventType.TRADE)
                {
                    executedQuantity += event.size;
                    trades++;
                }
            }
            count.lazySet(count.getPlain() + 1);
        }
    }

    /** Forgets everything; nothing is under way. */
    void clear()
    {
        executedQuantity = 0;
        trades = 0;
        count.set(0);
    }

    /** Returns how many orders and cancels were answered. */
    long count()
    {
        return count.getAcquire();
    }

    /** Returns the quantity of all trades; of no more than the count that was read before. */
    long executedQuantity()
    {
        return executedQuantity;
    }

    /** Returns how many trades there were; of no more than the count that was read before. */
    long trades()
    {
        return trades;
    }
}

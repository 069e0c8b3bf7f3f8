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
package io.packetflow.trading.engine;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;

/** Cold path. MarketDataProcessor's resource: the books of all symbols, their directory and trading states. */
public final class MarketBooks implements AutoCloseable, Stateful
{
    private final OrderBooks books;
    private final ItchBookProcessor processor;

    MarketBooks(final TradingConfig config, final HugePages hugePages)
    {
        books = new OrderBooks(config.expectedOrders(), config.expectedSymbols(), hugePages);
        processor = new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates());
    }

    /** Returns what applies messages to the books. */
    public ItchBookProcessor processor()
    {
        return processor;
    }

    @Override
    public void close()
    {
        books.close();
    }

    /** What the processor writes. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("processor", processor);
    }
}

package io.packetflow.trading.engine;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;

/** Cold path. MarketDataProcessor's resource: the books of all symbols, their directory and trading states. */
public final class MarketBooks implements AutoCloseable
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
}

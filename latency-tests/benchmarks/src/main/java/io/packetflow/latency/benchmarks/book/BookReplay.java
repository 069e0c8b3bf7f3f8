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
package io.packetflow.latency.benchmarks.book;

import io.packetflow.latency.load.Recording;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Sends a recording through the order books, on and on. A recorded feed begins anew with the empty books that it
 * leaves; a generated one has its books built up again, which is the caller's affair to keep out of its time.
 */
final class BookReplay implements AutoCloseable
{
    private final Recording recording;
    private final Slab slab;
    private final OrderBooks books;
    private final ItchBookProcessor processor;
    private long position;
    private long index;

    BookReplay(final Recording recording, final HugePages hugePages)
    {
        this.recording = recording;
        this.slab = recording.slab();
        this.books = new OrderBooks(recording.expectedOrders(), recording.symbols(), hugePages);
        this.processor = new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates());
        rewind();
    }

    /** Makes sure that a number of messages follows without a new build-up between them. */
    void prepare(final int messages)
    {
        if (recording.measuredFrom() > 0 && recording.messages() - index < messages)
        {
            rewind();
        }
    }

    private void rewind()
    {
        books.clear();
        position = 0;
        index = 0;
        run((int)recording.measuredFrom());
    }

    /** Applies messages and answers something that depends on all of them. */
    int run(final int messages)
    {
        int left = messages;
        int changes = 0;
        while (left > 0)
        {
            final int part = (int)Math.min(left, recording.messages() - index);
            changes += apply(part);
            left -= part;
            if (index == recording.messages())
            {
                position = 0;
                index = 0;
            }
        }
        return changes;
    }

    private int apply(final int messages)
    {
        long at = position;
        int changes = 0;
        for (int i = 0; i < messages; i++)
        {
            final long message = at + Recording.PREFIX_BYTES;
            changes += processor.apply(slab, message, ItchDecoder.type(slab, message)) & 1;
            at = message + slab.getShortBigEndian(at);
        }
        position = at;
        index += messages;
        return changes;
    }

    @Override
    public void close()
    {
        books.close();
        recording.close();
    }
}

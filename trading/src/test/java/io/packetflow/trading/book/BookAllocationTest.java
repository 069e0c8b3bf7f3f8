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
package io.packetflow.trading.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.feed.RecordedData;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.file.ItchFileCursor;
import io.packetflow.trading.feed.itch.ItchChecks;
import io.packetflow.trading.feed.itch.ItchDecoder;
import org.junit.jupiter.api.Test;

class BookAllocationTest
{
    @Test
    void shouldAllocateNothingWhileBooksFollowAFeed()
    {
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        try (ItchFile file = ItchFile.open(RecordedData.aapl(), HugePages.OFF);
            OrderBooks books = new OrderBooks(10_000, 4, HugePages.OFF))
        {
            final ItchBookProcessor processor =
                new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates());
            final ItchChecks checks = new ItchChecks();
            final ItchFileCursor[] cursors = new ItchFileCursor[8];
            for (int i = 0; i < cursors.length; i++)
            {
                cursors[i] = file.cursor();
            }
            long changes = pass(file, cursors[0], checks, processor);
            // The first reading makes the bean's own objects.
            threads.getCurrentThreadAllocatedBytes();

            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 1; i < cursors.length; i++)
            {
                changes += pass(file, cursors[i], checks, processor);
            }
            final long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocatedBytes).isZero();
            assertThat(changes).isEqualTo(8 * 2792);
        }
    }

    private static long pass(
        final ItchFile file, final ItchFileCursor cursor, final ItchChecks checks, final ItchBookProcessor processor)
    {
        processor.books().clear();
        long changes = 0;
        while (cursor.hasNext())
        {
            final long offset = cursor.messageOffset();
            if (checks.accept(file.slab(), offset, cursor.messageLength(), cursor.filePosition()))
            {
                final int type = ItchDecoder.type(file.slab(), offset);
                changes += processor.apply(file.slab(), offset, type) == BookResult.INSIDE_CHANGED ? 1 : 0;
            }
            cursor.advance();
        }
        return changes;
    }
}

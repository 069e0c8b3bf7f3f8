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

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.feed.file.ItchFile;

/**
 * Cold path. Rebuilds the books of a recorded feed, writes a line for each change of one symbol's inside, and sums up.
 *
 * <p>A line is {@code msgIndex,tsNanos,bidPx,bidQty,askPx,askQty}: place of the message in the whole file from 0,
 * nanoseconds since midnight Eastern time, prices with four decimals as whole numbers, 0 for an empty side; no header.
 */
public final class BookReport
{
    private BookReport()
    {
    }

    /**
     * Makes a report.
     *
     * @param request what to read and write
     * @param progress hears which part of the file was read, 0 to 1, every few million messages
     * @return what was found; a file that is cut inside a message is reported up to the cut
     * @throws BookRequestException if the request cannot be answered; then nothing was written
     * @throws io.packetflow.trading.feed.file.FeedException if the feed cannot be read
     * @throws IOException if the lines cannot be written
     */
    public static BookSummary run(final BookRequest request, final DoubleConsumer progress) throws IOException
    {
        try (ItchFile file = ItchFile.open(request.feed(), HugePages.WHERE_GRANTED))
        {
            final int locate = locate(request, file);
            if (request.bbo().isEmpty())
            {
                return replay(file, locate, Writer.nullWriter(), progress);
            }
            final Path bbo = request.bbo().get();
            if (Files.exists(bbo) && Files.isSameFile(bbo, request.feed()))
            {
                throw new BookRequestException("--bbo names the feed itself: " + bbo + ". Name another file.");
            }
            try (BufferedWriter lines = Files.newBufferedWriter(bbo, StandardCharsets.US_ASCII))
            {
                return replay(file, locate, lines, progress);
            }
        }
    }

    private static int locate(final BookRequest request, final ItchFile file)
    {
        if (request.symbol().isPresent())
        {
            return BookSymbols.locateOf(file, request.symbol().get());
        }
        return request.bbo().isPresent() ? BookSymbols.onlyLocate(file) : BookSymbols.ALL;
    }

    private static BookSummary replay(
        final ItchFile file, final int locate, final Writer lines, final DoubleConsumer progress) throws IOException
    {
        try (BookReplay replay = new BookReplay(file, locate, lines))
        {
            return replay.run(progress);
        }
    }
}

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
package io.packetflow.latency.load;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.feed.file.FeedException;

/**
 * Cold path. Which feed is sent: a recorded file, or a generated market. Written and read as one word, so that it
 * passes through command lines.
 *
 * @param file that was recorded, null for a generated market
 * @param measuredMessages of a generated market, without those that build its books up
 * @param symbols of a generated market
 * @param liveOrders in the books of a generated market
 */
public record FeedSpec(Path file, long measuredMessages, int symbols, int liveOrders)
{
    private static final String GENERATED = "generated:";
    private static final Pattern FORM = Pattern.compile("generated:([0-9]{1,12}):([0-9]{1,6}):([0-9]{1,8})");
    /** A directory, opening and closing entry of each symbol, and what the day itself begins and ends with. */
    private static final int SCRIPTED_PER_SYMBOL = 8;
    private static final int SCRIPTED = 100;
    private static final int SEED = 1;

    /**
     * A recorded file.
     *
     * @param path of it
     * @return the feed
     */
    public static FeedSpec recorded(final Path path)
    {
        return new FeedSpec(path, 0, 0, 0);
    }

    /**
     * A generated market.
     *
     * @param measuredMessages of its continuous market, about
     * @param symbols that are listed
     * @param liveOrders that the books hold
     * @return the feed
     */
    public static FeedSpec generated(final long measuredMessages, final int symbols, final int liveOrders)
    {
        return new FeedSpec(null, measuredMessages, symbols, liveOrders);
    }

    /**
     * Reads a feed's word.
     *
     * @param text a path, or {@code generated:MESSAGES:SYMBOLS:LIVE_ORDERS}
     * @return the feed
     * @throws UsageException if it is neither
     */
    public static FeedSpec parse(final String text)
    {
        if (!text.startsWith(GENERATED))
        {
            return recorded(Path.of(text));
        }
        final Matcher matcher = FORM.matcher(text);
        if (!matcher.matches())
        {
            throw new UsageException(
                "a feed is the path of a recorded file, or generated:MESSAGES:SYMBOLS:LIVE_ORDERS, but not: " + text);
        }
        return generated(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    }

    /** Returns whether it was recorded, and so may be sent many times over. */
    public boolean isRecorded()
    {
        return file != null;
    }

    /**
     * Loads or generates it.
     *
     * @param hugePages whether a generated market asks for them
     * @return the recording; the caller closes it
     * @throws BadDataException if the file is none or holds no message
     */
    public Recording open(final HugePages hugePages)
    {
        if (!isRecorded())
        {
            return GeneratedMarket.generate(this, totalMessages(), SEED, hugePages);
        }
        try
        {
            return LoopedFile.load(file);
        }
        catch (final FeedException e)
        {
            throw new BadDataException("the recorded feed " + e.getMessage(), e);
        }
    }

    private long totalMessages()
    {
        return measuredMessages + liveOrders + (long)symbols * SCRIPTED_PER_SYMBOL + SCRIPTED;
    }

    /** Returns a name for people. */
    public String title()
    {
        return isRecorded() ? "recorded, " + file.getFileName() : String.format(Locale.ROOT,
            "generated, %,d %s, %,d live orders", symbols, symbols == 1 ? "symbol" : "symbols", liveOrders);
    }

    /** Returns the word that {@link #parse} reads. */
    @Override
    public String toString()
    {
        return isRecorded() ? file.toString() : GENERATED + measuredMessages + ":" + symbols + ":" + liveOrders;
    }
}

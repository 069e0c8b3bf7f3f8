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
package io.packetflow.trading.feed.file;

import java.util.Locale;
import java.util.Map;

import io.packetflow.trading.feed.itch.ItchChecks;
import io.packetflow.trading.feed.itch.ItchLayout;

/** Cold path. Writes what was in a feed, and what was wrong with it, for people. */
public final class FeedSummaryText
{
    private final StringBuilder text = new StringBuilder();

    private FeedSummaryText()
    {
    }

    /**
     * Writes a summary.
     *
     * @param name of the feed
     * @param feed what was in it
     * @return lines, each with a line feed at the end
     */
    public static String format(final String name, final FeedSummary feed)
    {
        final FeedSummaryText writer = new FeedSummaryText();
        writer.line("%s: %,d messages", name, feed.messageCount());
        feed.countByType().forEach(
            (type, count) -> writer.line("  %c  %-24s %,14d", type, ItchLayout.name(type), count));
        writer.troubles(feed);
        return writer.text.toString();
    }

    private void troubles(final FeedSummary feed)
    {
        skipped("of unknown type", feed.unknownByType(), feed.firstUnknownPosition());
        skipped("of wrong length", feed.wrongLengthByType(), feed.firstWrongLengthPosition());
        if (feed.backwardsCount() != 0)
        {
            line("time ran backwards %,d times, first at byte %d",
                feed.backwardsCount(), feed.firstBackwardsPosition());
        }
        if (feed.trailingBytes() != 0)
        {
            line("%,d bytes stand behind the end of session and were not read", feed.trailingBytes());
        }
    }

    private void skipped(final String what, final Map<Character, Long> counts, final long firstPosition)
    {
        if (firstPosition != ItchChecks.NONE)
        {
            final StringBuilder kinds = new StringBuilder();
            counts.forEach((type, count) -> kinds.append(' ').append(printable(type)).append(' ').append(count));
            line("skipped, %s:%s (first at byte %d)", what, kinds, firstPosition);
        }
    }

    private void line(final String format, final Object... values)
    {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String printable(final char type)
    {
        return type > ' ' && type <= '~' ? String.valueOf(type) : String.format("0x%02x", (int)type);
    }
}

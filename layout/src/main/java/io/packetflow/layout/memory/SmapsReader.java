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
package io.packetflow.layout.memory;

import java.util.List;

/**
 * Cold path. Reads how much of some address ranges lies on transparent huge pages out of the text of
 * {@code /proc/self/smaps}: a line for each mapping ({@code 7f0000000000-7f0000400000 rw-p ...}), then lines of which
 * {@code AnonHugePages: 2048 kB} is one.
 *
 * <p>The kernel counts by mapping. Where a mapping holds more than the given blocks, its huge pages are taken to be
 * theirs as far as they reach, so the answer is an upper bound.
 */
final class SmapsReader
{
    private static final String HUGE_PAGES_KEY = "AnonHugePages:";
    private static final int HEX = 16;
    private static final long KILOBYTE = 1024;

    private final List<Arena.Block> blocks;
    private long overlapBytes;
    private long backedBytes;

    private SmapsReader(final List<Arena.Block> blocks)
    {
        this.blocks = blocks;
    }

    /**
     * Counts.
     *
     * @param lines of the file
     * @param blocks that the question is about; they do not overlap
     * @return how many of their bytes lie on huge pages, at most
     */
    static long backedBytes(final List<String> lines, final List<Arena.Block> blocks)
    {
        final SmapsReader reader = new SmapsReader(blocks);
        lines.forEach(reader::read);
        return reader.backedBytes;
    }

    private void read(final String line)
    {
        if (line.startsWith(HUGE_PAGES_KEY))
        {
            final String kilobytes = line.substring(HUGE_PAGES_KEY.length()).replace("kB", "").trim();
            backedBytes += Math.min(overlapBytes, Long.parseLong(kilobytes) * KILOBYTE);
        }
        else if (isMapping(line))
        {
            final int dash = line.indexOf('-');
            overlapBytes = overlap(
                Long.parseUnsignedLong(line, 0, dash, HEX),
                Long.parseUnsignedLong(line, dash + 1, line.indexOf(' '), HEX));
        }
    }

    private long overlap(final long start, final long end)
    {
        long overlap = 0;
        for (final Arena.Block block : blocks)
        {
            overlap += Math.max(0, Math.min(end, block.end()) - Math.max(start, block.address()));
        }
        return overlap;
    }

    /** Keys begin with an upper-case letter, addresses are written in lower case. */
    private static boolean isMapping(final String line)
    {
        return !line.isEmpty() && Character.digit(line.charAt(0), HEX) >= 0 && !Character.isUpperCase(line.charAt(0));
    }
}

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
package io.packetflow.trading.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.venue.generator.GeneratorConfig;

/**
 * Cold path. Which feed a run takes its messages from, as each epoch of its journal tells it: a run goes on in the feed
 * where the one before ended, by the number of a message, and in another feed other messages have these numbers.
 *
 * <p>A generated market is known by all of its parameters, as every one of them changes it from the opening on. A
 * recorded feed is known by its first bytes: it may lie elsewhere, and may have grown.
 */
final class FeedIdentity
{
    private static final int MAX_HEAD_BYTES = 1 << 20;
    private static final String GENERATED = "generated: ";
    private static final String FEED = "feed";
    private static final String HEAD_BYTES = "feedHeadBytes";
    private static final String HEAD_CHECKSUM = "feedHeadChecksum";

    private final String description;
    private final byte[] head;

    /**
     * What a journal tells of the feed from which it was written.
     *
     * @param description for people
     * @param headBytes how many of its first bytes were looked at
     * @param headChecksum CRC-32C of these
     */
    record Journaled(String description, int headBytes, int headChecksum)
    {
        /** Finds it in what an epoch carries; empty where that does not tell. */
        static Optional<Journaled> in(final String carried)
        {
            final Map<String, String> values = new HashMap<>();
            carried.lines().map(line -> line.split("=", 2)).filter(pair -> pair.length == 2)
                .forEach(pair -> values.putIfAbsent(pair[0], pair[1]));
            final String bytes = values.getOrDefault(HEAD_BYTES, "");
            final String checksum = values.getOrDefault(HEAD_CHECKSUM, "");
            return values.containsKey(FEED) && bytes.matches("[0-9]{1,9}") && checksum.matches("[0-9a-f]{8}") ?
                Optional.of(new Journaled(values.get(FEED), Integer.parseInt(bytes),
                    Integer.parseUnsignedInt(checksum, 16))) : Optional.empty();
        }
    }

    private FeedIdentity(final String description, final byte[] head)
    {
        this.description = description;
        this.head = head;
    }

    static FeedIdentity generated(final GeneratorConfig config, final ItchFile file)
    {
        return new FeedIdentity(String.format(Locale.ROOT, GENERATED + "%,d messages, %,d symbols, up to %,d live " +
            "orders, seed %d", config.messages(), config.symbols(), config.liveOrders(), config.seed()), head(file));
    }

    static FeedIdentity recorded(final Path path, final ItchFile file)
    {
        final byte[] head = head(file);
        // A name may hold what would be read as a line of its own.
        final String name = path.getFileName().toString().replaceAll("\\p{Cntrl}", "?");
        return new FeedIdentity(String.format(Locale.ROOT, "recorded: %s, %,d bytes, CRC-32C of the first %,d %08x",
            name, file.length(), head.length, checksum(head, head.length)), head);
    }

    /** Its beginning is in memory until a cursor goes over it. */
    private static byte[] head(final ItchFile file)
    {
        final byte[] head = new byte[(int)Math.min(MAX_HEAD_BYTES, file.length())];
        file.slab().getBytes(0, head, 0, head.length);
        return head;
    }

    private static int checksum(final byte[] bytes, final int length)
    {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int)crc.getValue();
    }

    /** Returns it for people; parameters of a generated market, name and beginning of a recorded feed. */
    String description()
    {
        return description;
    }

    /** Returns what an epoch carries of it, in lines of {@code key=value}. */
    String text()
    {
        return String.format(Locale.ROOT, FEED + "=%s\n" + HEAD_BYTES + "=%d\n" + HEAD_CHECKSUM + "=%08x\n",
            description, head.length, checksum(head, head.length));
    }

    /** Returns whether a run over this feed may go on where one over that feed ended. */
    boolean continues(final Journaled other)
    {
        return other.headBytes() <= head.length && checksum(head, other.headBytes()) == other.headChecksum() &&
            (!isGenerated(description) || !isGenerated(other.description()) ||
                description.equals(other.description()));
    }

    private static boolean isGenerated(final String description)
    {
        return description.startsWith(GENERATED);
    }
}

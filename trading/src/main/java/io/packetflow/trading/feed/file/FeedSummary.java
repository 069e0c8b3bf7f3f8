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

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

import io.packetflow.trading.feed.itch.ItchChecks;

/**
 * Cold path. What was in a feed and what was wrong with it.
 *
 * @param messageCount frames with a message, good and bad
 * @param countByType good messages by type character
 * @param unknownByType messages of a type that ITCH 5.0 does not know, skipped; by the first byte
 * @param firstUnknownPosition byte offset of the first of them, {@link ItchChecks#NONE} if there is none
 * @param wrongLengthByType messages whose length is not that of their type, skipped
 * @param firstWrongLengthPosition byte offset of the first of them, {@link ItchChecks#NONE} if there is none
 * @param backwardsCount messages older than the one before them (they are not skipped)
 * @param firstBackwardsPosition byte offset of the first of them, {@link ItchChecks#NONE} if there is none
 * @param cutPosition byte offset of the length prefix of the frame in which the file ends,
 * {@link ItchChecks#NONE} if it ends behind a frame
 * @param trailingBytes behind the end of session, not read
 */
public record FeedSummary(
    long messageCount,
    SortedMap<Character, Long> countByType,
    SortedMap<Character, Long> unknownByType,
    long firstUnknownPosition,
    SortedMap<Character, Long> wrongLengthByType,
    long firstWrongLengthPosition,
    long backwardsCount,
    long firstBackwardsPosition,
    long cutPosition,
    long trailingBytes)
{
    /**
     * Sums up a walk.
     *
     * @param cursor that came to its end
     * @param checks that saw each message
     * @return what was in the feed
     */
    public static FeedSummary of(final ItchFileCursor cursor, final ItchChecks checks)
    {
        return new FeedSummary(
            cursor.messageIndex(),
            byType(checks::acceptedCount),
            byType(checks::unknownCount),
            checks.firstUnknownPosition(),
            byType(checks::wrongLengthCount),
            checks.firstWrongLengthPosition(),
            checks.backwardsCount(),
            checks.firstBackwardsPosition(),
            cursor.isCut() ? cursor.filePosition() : ItchChecks.NONE,
            cursor.trailingBytes());
    }

    /** Returns whether the file ends inside a frame. */
    public boolean isCut()
    {
        return cutPosition != ItchChecks.NONE;
    }

    /**
     * Says why a job with a feed that was read to its end has failed: the feed is cut, or it is none.
     *
     * @param name of the feed
     * @return cause, place and remedy; empty if it is sound
     */
    public Optional<String> defect(final String name)
    {
        if (isCut())
        {
            return Optional.of(name + " is cut: the message whose length stands at byte " + cutPosition +
                " is not whole. Everything before it was processed and reported. If the file should be longer, " +
                "fetch it again.");
        }
        if (countByType.isEmpty())
        {
            return Optional.of(name + " holds no ITCH 5.0 message: " + (messageCount == 0 ?
                "it begins with the end of its session" :
                "none of its " + messageCount + " frames has a known type and its length") +
                ". Name an ITCH 5.0 file in BinaryFILE framing.");
        }
        return Optional.empty();
    }

    private static SortedMap<Character, Long> byType(final IntToLongFunction counts)
    {
        final SortedMap<Character, Long> byType = new TreeMap<>();
        for (int type = 0; type < 256; type++)
        {
            if (counts.applyAsLong(type) != 0)
            {
                byType.put((char)type, counts.applyAsLong(type));
            }
        }
        return Collections.unmodifiableSortedMap(byType);
    }
}

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
package io.packetflow.ringbuffers.journal.queue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cold path. Which queue it is: that of an epoch, filled by the follower that was started for it as the first, the
 * second and so on. No follower appends to what another one left: after a crash Chronicle Queue would go on behind a
 * hole, and what is behind it cannot be read.
 *
 * @param epoch of the journal
 * @param start from 1 up
 */
public record QueueName(int epoch, int start) implements Comparable<QueueName>
{
    /** The most followers of one epoch. */
    public static final int MAX_STARTS = 999;

    private static final int MAX_EPOCH = 9_999_999;
    private static final Pattern NAME = Pattern.compile("e([0-9]{7})-([0-9]{3})");

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public QueueName
    {
        if (epoch < 1 || epoch > MAX_EPOCH || start < 1 || start > MAX_STARTS)
        {
            throw new IllegalArgumentException("a queue is that of an epoch from 1 to " + MAX_EPOCH +
                " and a start from 1 to " + MAX_STARTS + ": epoch=" + epoch + " start=" + start);
        }
    }

    /**
     * Reads the name of a directory.
     *
     * @param text such as {@code e0000012-001}
     * @return the name, empty if it is that of something else
     */
    public static Optional<QueueName> parse(final String text)
    {
        final Matcher matcher = NAME.matcher(text);
        if (!matcher.matches())
        {
            return Optional.empty();
        }
        final int epoch = Integer.parseInt(matcher.group(1));
        final int start = Integer.parseInt(matcher.group(2));
        return epoch == 0 || start == 0 ? Optional.empty() : Optional.of(new QueueName(epoch, start));
    }

    @Override
    public int compareTo(final QueueName other)
    {
        return epoch == other.epoch ? Integer.compare(start, other.start) : Integer.compare(epoch, other.epoch);
    }

    /** Returns the name of the directory. */
    @Override
    public String toString()
    {
        return String.format(Locale.ROOT, "e%07d-%03d", epoch, start);
    }
}

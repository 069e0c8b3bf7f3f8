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
package io.packetflow.ringbuffers.journal.write;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cold path. What the files of a journal are called; anything else in its directory is not ours. */
final class JournalNames
{
    static final String LOCK = "lock";
    static final String CURRENT = "CURRENT";
    static final String MARK = "durable.mark";
    static final String AUDIT = "audit.log";
    static final String SNAPSHOTS = "snap";
    static final String QUEUE = "queue";
    static final String HEAD = "head";
    /** What is written beside before it is renamed; left over where a process died in between. */
    static final String BESIDE = ".tmp";
    static final Pattern EPOCH = Pattern.compile("e[0-9]{7}");
    static final Pattern SEGMENT = Pattern.compile("s[0-9]{7}\\.pfj");
    static final int MAX_EPOCH = 9_999_999;

    private static final Pattern NEXT_CURRENT = Pattern.compile("CURRENT\\.e[0-9]{7}");
    private static final Pattern SEGMENT_BESIDE = Pattern.compile("s[0-9]{7}\\.tmp");
    private static final List<String> FILES =
        List.of(LOCK, CURRENT, CURRENT + BESIDE, MARK, MARK + BESIDE, AUDIT);
    private static final List<String> DIRECTORIES = List.of(SNAPSHOTS, QUEUE);

    private JournalNames()
    {
    }

    static String epoch(final int epoch)
    {
        return String.format(Locale.ROOT, "e%07d", epoch);
    }

    static int epochOf(final String name)
    {
        return Integer.parseInt(name.substring(1));
    }

    static String head(final int epoch)
    {
        return epoch(epoch) + '/' + HEAD;
    }

    static String segment(final int epoch, final int index)
    {
        return epoch(epoch) + '/' + String.format(Locale.ROOT, "s%07d.pfj", index);
    }

    static String segmentBeside(final int epoch, final int index)
    {
        return epoch(epoch) + '/' + String.format(Locale.ROOT, "s%07d%s", index, BESIDE);
    }

    /** What the file {@link #CURRENT} will be when the epoch begins; left over where it never does. */
    static String nextCurrent(final int epoch)
    {
        return CURRENT + '.' + epoch(epoch);
    }

    static boolean isFile(final String name)
    {
        return FILES.contains(name) || NEXT_CURRENT.matcher(name).matches();
    }

    static boolean isDirectory(final String name)
    {
        return DIRECTORIES.contains(name) || EPOCH.matcher(name).matches();
    }

    static boolean isInEpoch(final String name)
    {
        return name.equals(HEAD) || SEGMENT.matcher(name).matches() || SEGMENT_BESIDE.matcher(name).matches();
    }
}

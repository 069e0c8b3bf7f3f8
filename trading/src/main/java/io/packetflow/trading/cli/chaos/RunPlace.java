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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.packetflow.engine.cli.HostException;

/**
 * Cold path. The files of one journal and of the processes that write it one after the other.
 *
 * @param root directory of all of them
 */
record RunPlace(Path root)
{
    private static final Pattern STATE_HASH = Pattern.compile("state hash +([0-9a-f]{16})");

    /** Makes the directory. */
    static RunPlace make(final Path root) throws IOException
    {
        return new RunPlace(Files.createDirectories(root));
    }

    Path journal()
    {
        return root.resolve("journal");
    }

    Path orders()
    {
        return root.resolve("orders.ouch");
    }

    Path reports()
    {
        return root.resolve("reports");
    }

    Path control()
    {
        return root.resolve("control");
    }

    Path counters()
    {
        return root.resolve("counters.dat");
    }

    /** Returns where a process prints. */
    Path log(final int life)
    {
        return root.resolve(String.format(Locale.ROOT, "life-%04d.log", life));
    }

    /** Returns the state hash that a finished run reported. */
    String stateHash() throws IOException
    {
        return stateHash(reports());
    }

    /** Returns the state hash that a finished run reported somewhere. */
    static String stateHash(final Path reports) throws IOException
    {
        final Path report = reports.resolve("trade.txt");
        final Matcher matcher = STATE_HASH.matcher(Files.readString(report));
        if (!matcher.find())
        {
            throw new HostException("there is no state hash in " + report + ": it is the report of another version; " +
                "take the processes and this command from one installation");
        }
        return matcher.group(1);
    }

    /** Removes the snapshots, so that the next process begins with the journal's first record. */
    void removeSnapshots() throws IOException
    {
        final Path snapshots = journal().resolve("snap");
        if (Files.exists(snapshots))
        {
            try (Stream<Path> files = Files.list(snapshots))
            {
                for (final Path file : files.toList())
                {
                    Files.delete(file);
                }
            }
        }
    }

    /** Removes all of it. */
    void remove() throws IOException
    {
        try (Stream<Path> tree = Files.walk(root))
        {
            for (final Path path : tree.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(path);
            }
        }
    }
}

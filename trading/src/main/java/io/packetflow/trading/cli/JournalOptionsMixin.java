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
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.config.SettingTypes;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.QueueOptions;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

import picocli.CommandLine.Option;

/** Cold path. The options that say how a run is journaled. */
final class JournalOptionsMixin
{
    private static final long MAX_INSTANCES = 1L << 40;

    @Option(names = "--journal", paramLabel = "DIR",
        description = "journal all inputs there and recover from what it holds; started again with the same feed, " +
            "the run goes on where it ended, however it ended")
    private Path directory;

    @Option(names = "--durability", paramLabel = "MODE",
        description = "what an order waits for: process-safe (survives kill -9; the default), group (survives a " +
            "power cut, commits together), sync (the same, one by one) or replica (the standby has it)")
    private String durability;

    @Option(names = "--snapshot-every", paramLabel = "N",
        description = "snapshot all state every N instances (10M, 500k), so that recovery replays less (default: " +
            "only when asked: 'packetflow control snapshot')")
    private String snapshotEvery;

    @Option(names = "--segment", paramLabel = "SIZE",
        description = "length of the journal's files, a power of two from 1MB to 1GB (default: 64MB)")
    private String segment;

    @Option(names = "--accept-loss",
        description = "start even where the journal holds less than it promised; leaves a line in its audit.log")
    private boolean acceptLoss;

    @Option(names = "--queue", paramLabel = "QDIR",
        description = "fill a Chronicle Queue behind the journal, for other processes ('packetflow journal queue " +
            "QDIR' reads it): QDIR holds the queues of this journal alone, in DIR/queue or outside of DIR")
    private Path queue;

    /** Returns the options, null where nothing is journaled. */
    JournalOptions options()
    {
        if (directory == null)
        {
            if (durability != null || snapshotEvery != null || segment != null || acceptLoss || queue != null)
            {
                throw new UsageException("--durability, --snapshot-every, --segment, --accept-loss and --queue are " +
                    "about a journal, and none is named; add --journal DIR");
            }
            return null;
        }
        return JournalOptions.of(directory, durability()).withAcceptLoss(acceptLoss)
            .withSnapshotEvery(snapshotEvery == null ? 0 : count(snapshotEvery)).withSettings(settings());
    }

    /** Returns where a queue is filled behind the journal, null for nowhere. */
    QueueOptions queue()
    {
        return queue == null ? null : QueueOptions.of(queue);
    }

    private Durability durability()
    {
        if (durability == null)
        {
            return Durability.PROCESS_SAFE;
        }
        final String wanted = durability.toLowerCase(Locale.ROOT);
        return Arrays.stream(Durability.values()).filter(mode -> mode.text().equals(wanted)).findFirst()
            .orElseThrow(() -> new UsageException("--durability takes " + Arrays.stream(Durability.values())
                .map(Durability::text).collect(Collectors.joining(", ")) + ": '" + durability + "'"));
    }

    private static long count(final String text)
    {
        try
        {
            return SettingTypes.ratePerSecond(1, MAX_INSTANCES).parse(text + "/s");
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--snapshot-every takes a number of instances (10M, 500k): '" + text + "'", e);
        }
    }

    private JournalSettings settings()
    {
        if (segment == null)
        {
            return JournalSettings.defaults();
        }
        try
        {
            return JournalSettings.ofSegments(SettingTypes.sizeBytes(JournalSettings.MIN_SEGMENT_BYTES,
                JournalSettings.MAX_SEGMENT_BYTES).parse(segment));
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--segment takes a power of two from 1MB to 1GB: '" + segment + "'", e);
        }
    }
}

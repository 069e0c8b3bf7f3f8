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
package io.packetflow.engine.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

/**
 * Cold path. How a reactor is journaled and recovered.
 *
 * @param directory of the journal; made where there is none
 * @param durability what an output waits for
 * @param settings of the journal's files
 * @param acceptLoss whether to start where the journal holds less than it promised; leaves a line in its audit log
 * @param snapshotEvery instances between two snapshots, 0 for none but those that are asked for
 * @param snapshotsKept snapshots that stay, 2 or more
 * @param configuration all that a replay depends on besides molecule and code, as text: recovery refuses another one
 * @param sizes what tables are sized for, and what else the journal shall tell, as text: it carries it beside the
 *     configuration, so that tools can set a replay up, but recovery does not mind another one
 */
public record JournalOptions(
    Path directory,
    Durability durability,
    JournalSettings settings,
    boolean acceptLoss,
    long snapshotEvery,
    int snapshotsKept,
    String configuration,
    String sizes)
{
    /** Snapshots that stay where nothing else is said. */
    public static final int DEFAULT_SNAPSHOTS_KEPT = 2;

    /** Checks the ranges. */
    public JournalOptions
    {
        Objects.requireNonNull(directory, "a journal has a directory");
        Objects.requireNonNull(durability, "a journal has a durability");
        Objects.requireNonNull(settings, "a journal has settings");
        Objects.requireNonNull(configuration, "a configuration may be empty, but not missing");
        Objects.requireNonNull(sizes, "sizes may be empty, but not missing");
        final List<String> errors = new ArrayList<>();
        if (snapshotEvery < 0)
        {
            errors.add("instances between snapshots are 0 or more: snapshotEvery=" + snapshotEvery);
        }
        if (snapshotsKept < 2)
        {
            errors.add("at least two snapshots are kept, as one may turn out to be damaged: snapshotsKept=" +
                snapshotsKept);
        }
        final int carriedBytes = (sizes + configuration).getBytes(StandardCharsets.UTF_8).length;
        if (carriedBytes > EpochStart.MAX_CONFIGURATION_BYTES)
        {
            errors.add("configuration and sizes have at most " + EpochStart.MAX_CONFIGURATION_BYTES +
                " bytes in UTF-8: bytes=" + carriedBytes);
        }
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException(String.join("; ", errors));
        }
    }

    /**
     * Returns the options of a journal with default settings, without snapshots of its own accord.
     *
     * @param directory of the journal
     * @param durability what an output waits for
     * @return the options
     */
    public static JournalOptions of(final Path directory, final Durability durability)
    {
        return new JournalOptions(
            directory, durability, JournalSettings.defaults(), false, 0, DEFAULT_SNAPSHOTS_KEPT, "", "");
    }

    /**
     * Accepts or refuses the loss of what the journal promised.
     *
     * @param value whether to start all the same
     * @return a changed copy
     */
    public JournalOptions withAcceptLoss(final boolean value)
    {
        return new JournalOptions(directory, durability, settings, value, snapshotEvery, snapshotsKept,
            configuration, sizes);
    }

    /**
     * Takes snapshots now and then.
     *
     * @param instances between two of them, 0 for none
     * @return a changed copy
     */
    public JournalOptions withSnapshotEvery(final long instances)
    {
        return new JournalOptions(directory, durability, settings, acceptLoss, instances, snapshotsKept,
            configuration, sizes);
    }

    /**
     * Changes the journal's files.
     *
     * @param value their settings
     * @return a changed copy
     */
    public JournalOptions withSettings(final JournalSettings value)
    {
        return new JournalOptions(directory, durability, value, acceptLoss, snapshotEvery, snapshotsKept,
            configuration, sizes);
    }

    /**
     * Says what a replay depends on besides molecule and code.
     *
     * @param text such as the configuration of the packets
     * @return a changed copy
     */
    public JournalOptions withConfiguration(final String text)
    {
        return new JournalOptions(
            directory, durability, settings, acceptLoss, snapshotEvery, snapshotsKept, text, sizes);
    }

    /**
     * Says what tables are sized for, and what else the journal shall tell, such as where the inputs came from.
     *
     * @param text in lines of {@code key=value}
     * @return a changed copy
     */
    public JournalOptions withSizes(final String text)
    {
        return new JournalOptions(
            directory, durability, settings, acceptLoss, snapshotEvery, snapshotsKept, configuration, text);
    }

    /** Returns what each epoch of the journal says of the configuration that wrote it. */
    public String carriedText()
    {
        return sizes + configuration;
    }
}

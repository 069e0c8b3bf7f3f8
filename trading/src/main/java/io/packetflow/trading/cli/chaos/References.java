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
import java.util.HashMap;
import java.util.Map;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;

/**
 * Cold path. The runs that nobody kills, one for each length of the feed: modes that get the same feed must come to the
 * same.
 */
final class References
{
    private final Path directory;
    private final Map<FeedScale, Reference> known = new HashMap<>();

    /**
     * Makes them.
     *
     * @param directory of the files of all runs
     */
    References(final Path directory)
    {
        this.directory = directory;
    }

    /**
     * Returns what a feed comes to; runs it where that is not known yet.
     *
     * @param runner of the processes of a mode
     */
    Reference of(final ProcessRunner runner) throws IOException
    {
        Reference reference = known.get(runner.scale());
        if (reference == null)
        {
            reference = run(runner);
            known.put(runner.scale(), reference);
        }
        return reference;
    }

    private Reference run(final ProcessRunner runner) throws IOException
    {
        final RunPlace place = place(runner.scale());
        final Death end = runner.run(place, 1, null, JournalState.NONE, new RestartTimes());
        if (end.exitCode() != ExitCode.OK)
        {
            throw new HostException("the run without a kill ended with exit code " + end.exitCode() +
                ", so there is nothing to compare with; the end of its log, " + end.log() + ":\n" +
                LogTail.of(end.log()));
        }
        return new Reference(
            end, Files.readAllBytes(place.orders()), place.stateHash(), InputDigests.read(place.journal()));
    }

    private RunPlace place(final FeedScale scale) throws IOException
    {
        return RunPlace.make(directory.resolve("reference-" + scale.messages()));
    }

    /** Removes their files. */
    void remove() throws IOException
    {
        for (final FeedScale scale : known.keySet())
        {
            place(scale).remove();
        }
    }
}

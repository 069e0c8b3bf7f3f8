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

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import io.packetflow.ringbuffers.journal.Durability;

/**
 * Cold path. What a campaign was asked for.
 *
 * @param modes that are tried, in this order
 * @param kills in each of them
 * @param messages of the generated market
 * @param symbols of the generated market
 * @param seed of the market and of all kills
 * @param settings {@code key=value} that the processes are started with
 * @param directory for the summary, and for the directories that are kept
 * @param isKept whether all directories are
 * @param timeoutSeconds after which a process that neither ends nor comes to its kill is given up
 */
record CampaignOptions(
    List<Durability> modes,
    int kills,
    long messages,
    int symbols,
    long seed,
    List<String> settings,
    Path directory,
    boolean isKept,
    int timeoutSeconds)
{
    /** Returns the command that comes to a kill again. */
    String commandFor(final Durability mode, final int kill)
    {
        return "packetflow chaos --mode " + mode.text() + " --kills " + kill + " --messages " + messages +
            " --symbols " + symbols + " --seed " + seed +
            settings.stream().map(setting -> " -c " + setting).collect(Collectors.joining());
    }
}

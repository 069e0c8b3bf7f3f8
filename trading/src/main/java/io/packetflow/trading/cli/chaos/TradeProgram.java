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
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.ringbuffers.journal.Durability;

/**
 * Cold path. The command line of a {@code packetflow trade} in a JVM of its own: the java, flags and class path of this
 * process, and what lets it start quickly.
 */
final class TradeProgram
{
    /** Who was killed goes on with the orders of before, so that all can be held against a run that nobody killed. */
    static final String ADOPT = "stop=adopt,failure=adopt,promotion=adopt";

    /** The shortest, so that segments change often. */
    static final long SEGMENT_BYTES = 1L << 20;
    /** Debuggers and agents have ports and files that a second process must not take. */
    private static final List<String> NOT_INHERITED = List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrun");

    private final CampaignOptions options;
    private final Durability mode;
    private final FeedScale scale;

    TradeProgram(final CampaignOptions options, final Durability mode, final FeedScale scale)
    {
        this.options = options;
        this.mode = mode;
        this.scale = scale;
    }

    /**
     * Starts it.
     *
     * @param place of its files
     * @param isOptimized whether it compiles its code to the end
     * @param log takes all that it prints
     */
    Process start(final RunPlace place, final boolean isOptimized, final Path log) throws IOException
    {
        return new ProcessBuilder(command(place, isOptimized)).directory(place.root().toFile())
            .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Returns the java, flags and class path of this process, and the program; the caller adds to it. */
    static List<String> java()
    {
        final List<String> command = jvm();
        command.addAll(program());
        return command;
    }

    private static List<String> jvm()
    {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> NOT_INHERITED.stream().noneMatch(argument::startsWith)).forEach(command::add);
        return command;
    }

    private static List<String> program()
    {
        return List.of("-cp", System.getProperty("java.class.path"), PacketFlowMain.class.getName());
    }

    private List<String> command(final RunPlace place, final boolean isOptimized)
    {
        final List<String> command = jvm();
        command.add("-XX:-AlwaysPreTouch");
        if (!isOptimized)
        {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(program());
        command.addAll(trade(place));
        return command;
    }

    private List<String> trade(final RunPlace place)
    {
        final List<String> trade = new ArrayList<>(List.of("trade",
            "--messages", String.valueOf(scale.messages()), "--symbols", String.valueOf(options.symbols()),
            "--seed", String.valueOf(options.seed()), "--orders", place.orders().toString(),
            // A run that is killed between two of its lives ends with the orders of one that is not only if all adopt.
            "--live-orders", ADOPT,
            "--journal", place.journal().toString(), "--durability", mode.text(), "--segment", "1MB",
            "--snapshot-every", String.valueOf(scale.snapshotEvery()), "--out", place.reports().toString()));
        final List<String> settings = new ArrayList<>(List.of("packetflow.stall.limit=1h",
            "packetflow.cores.reserve=off"));
        settings.addAll(options.settings());
        // The last of two counts: these are not anybody's to choose.
        settings.addAll(List.of("packetflow.warmup=off", "packetflow.counters.file=" + place.counters(),
            "packetflow.control.dir=" + place.control()));
        for (final String setting : settings)
        {
            trade.addAll(List.of("-c", setting));
        }
        return trade;
    }
}

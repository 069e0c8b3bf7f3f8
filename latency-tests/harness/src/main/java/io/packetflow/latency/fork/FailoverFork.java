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
package io.packetflow.latency.fork;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.latency.report.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Cold path. A campaign of {@code packetflow chaos --standby} with one kind of fault, whose processes have the flags of
 * this JVM; the figures are those of its {@code failover.json}. A verdict against is a result: it says how many are
 * lost or wrong.
 */
@Command(name = "failover", description = "Faults of primaries, and how long until the next order of their standbys.")
final class FailoverFork extends Fork
{
    private static final String STALL = "stall";
    private static final double NANOS_PER_MILLI = 1e6;

    @Option(names = "--fault", required = true, paramLabel = "FAULT", description = "kill or stall")
    private String fault;

    @Option(names = "--count", required = true, paramLabel = "N", description = "how many")
    private int count;

    @Option(names = "--messages", required = true, paramLabel = "N", description = "of the generated market")
    private long messages;

    @Option(names = "--rate", required = true, paramLabel = "N", description = "messages a second")
    private int rate;

    @Option(names = "--stall-limit", required = true, paramLabel = "MILLIS",
        description = "after which a primary that stands still is taken for stalled")
    private int stallLimitMillis;

    @Option(names = "--no-warm-up", description = "leave the processes cold")
    private boolean isCold;

    @Option(names = "--directory", required = true, paramLabel = "DIR", description = "where its files go")
    private Path directory;

    @Override
    void measure(final ForkResult.Builder result) throws IOException
    {
        final List<String> words = new ArrayList<>(List.of("chaos", "--standby", "--fault", fault, "--mode",
            "process-safe", "--kills", Integer.toString(count), "--messages", Long.toString(messages), "--rate",
            Integer.toString(rate), "--stall-limit", Integer.toString(stallLimitMillis), "--seed", "2026"));
        if (isCold)
        {
            words.add("--no-warm-up");
        }
        words.addAll(List.of("--out", directory.toString()));
        final int exitCode = PacketFlowMain.run(new Terminal(writer(System.out), writer(System.err), false),
            words.toArray(String[]::new));
        if (exitCode != ExitCode.OK && exitCode != ExitCode.VERDICT_AGAINST)
        {
            throw new HostException(
                "packetflow " + String.join(" ", words) + " ended with exit code " + exitCode + "; see above");
        }
        put(result, Json.read(directory.resolve("failover.json")));
        result.text("command", "packetflow " + String.join(" ", words.subList(0, words.size() - 2)));
    }

    private static PrintWriter writer(final PrintStream stream)
    {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private void put(final ForkResult.Builder result, final JsonNode campaign)
    {
        final JsonNode mode = campaign.at("/modes/0");
        final JsonNode times = mode.at("/faults/" + fault);
        // The campaign leaves it out of the time to the next order; whoever waits for that order does not.
        final double limitNanos = STALL.equals(fault) ? stallLimitMillis * NANOS_PER_MILLI : 0;
        if (times.path("times").asInt() > 0)
        {
            result.number(Measure.DETECTION_NANOS, times.path("epoch_median_ns").asDouble())
                .number(Measure.DETECTION_MAX_NANOS, times.path("epoch_max_ns").asDouble())
                .number(Measure.TAKEOVER_NANOS, times.path("median_ns").asDouble() + limitNanos)
                .number(Measure.TAKEOVER_MAX_NANOS, times.path("max_ns").asDouble() + limitNanos);
        }
        result.number(Measure.LOST, mode.path("lost").asLong()).number(Measure.WRONG, mode.path("wrong").asLong())
            .text("held", campaign.path("held").asText())
            .text("checked", String.format(Locale.ROOT, "%,d instances and %,d orders were looked at, %d takeovers " +
                "came unasked", mode.path("acknowledged_checked").asLong(), mode.path("orders_checked").asLong(),
                mode.path("unasked_takeovers").asLong()));
    }
}

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
import java.util.ArrayList;
import java.util.List;

import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. The command lines of a primary, of its standbys, and of the run that brings a feed to its end. */
final class PairProgram
{
    /** So that a new standby soon follows: it has a second of a steady feed to catch up at most, or some. */
    private static final int SNAPSHOT_EVERY = 50_000;

    private final FailoverOptions options;
    private final Durability mode;
    private final RunPlace place;
    private int count;

    PairProgram(final FailoverOptions options, final Durability mode, final RunPlace place)
    {
        this.options = options;
        this.mode = mode;
        this.place = place;
    }

    /** Starts the first primary. */
    PairProcess primary() throws IOException
    {
        return start("trade", mode,
            List.of("--rate", String.valueOf(options.rate()), "--orders", place.orders().toString()));
    }

    /**
     * Starts a standby.
     *
     * @param mayKill whether it kills a primary that stands still
     */
    PairProcess standby(final boolean mayKill) throws IOException
    {
        final List<String> more = new ArrayList<>(List.of(
            "--rate", String.valueOf(options.rate()), "--stall-limit", options.stallLimitMillis() + "ms",
            "--orders", place.orders().toString()));
        if (!mayKill)
        {
            more.add("--no-kill");
        }
        return start("standby", mode, more);
    }

    /**
     * Starts what goes on to the end of the feed, as fast as it can, when nobody else is left.
     *
     * @param orders file for its orders
     */
    PairProcess last(final Path orders) throws IOException
    {
        return start("trade", Durability.PROCESS_SAFE, List.of("--orders", orders.toString()));
    }

    private PairProcess start(final String command, final Durability durability, final List<String> more)
        throws IOException
    {
        final int number = ++count;
        final Path own = Files.createDirectories(place.root().resolve("process-" + number));
        final List<String> line = TradeProgram.java();
        line.addAll(List.of(command, "--messages", String.valueOf(options.common().messages()), "--symbols",
            String.valueOf(options.common().symbols()), "--seed", String.valueOf(options.common().seed()), "--journal",
            place.journal().toString(), "--durability", durability.text(), "--snapshot-every",
            String.valueOf(SNAPSHOT_EVERY), "--live-orders", TradeProgram.ADOPT, "--out", own.toString()));
        line.addAll(more);
        final List<String> settings = new ArrayList<>(List.of("packetflow.cores.reserve=off"));
        settings.addAll(options.common().settings());
        settings.addAll(List.of("packetflow.warmup=" + (options.isWarmedUp() ? "on" : "off"),
            "packetflow.counters.file=" + own.resolve("counters.dat"),
            "packetflow.control.dir=" + own.resolve("control")));
        settings.forEach(setting -> line.addAll(List.of("-c", setting)));
        final Path log = place.log(number);
        return new PairProcess(new ProcessBuilder(line).directory(place.root().toFile()).redirectErrorStream(true)
            .redirectOutput(log.toFile()).start(), log, own);
    }
}

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.reactor.OfflineReplay;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.RecordCursor;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.trading.ChildProgram;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.Pacing;
import io.packetflow.trading.engine.TradingProgram;
import io.packetflow.trading.engine.TradingEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Traces the system calls of {@code trade --journal --orders} and proves with them that no byte of an order is handed
 * to the kernel before a sync has returned that covers the input of the order; which input that is, the journal tells.
 */
@Timeout(300)
class DurableBeforeVisibleTest
{
    private static final int SYMBOLS = 20;
    private static final int SEED = 3;

    @TempDir
    private Path parent;
    private Path directory;

    @BeforeEach
    void requireStrace() throws Exception
    {
        // strace names files by their real paths.
        directory = parent.toRealPath();
        assumeTrue(canTrace(), "strace is not installed, or this user may not trace processes (ptrace)");
    }

    private static boolean canTrace() throws InterruptedException
    {
        try
        {
            return new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        }
        catch (final IOException e)
        {
            return false;
        }
    }

    @Test
    void shouldHandOverNoOrderBeforeItsGroupIsDurable() throws Exception
    {
        final SystemCallTrace trace = shouldHaveNoViolation("group", 20_000);

        assertThat(directory.resolve("journal/e0000001/s0000001.pfj")).as("a change of segments is in it").exists();
        assertThat(inputs(20_000)).anyMatch(input -> input.segment() > 0);
        assertThat(trace.syncs()).isGreaterThan(10);
    }

    @Test
    void shouldHandOverNoOrderBeforeItsOwnInputIsDurable() throws Exception
    {
        final SystemCallTrace trace = shouldHaveNoViolation("sync", 2_000);

        assertThat(trace.syncs()).as("a sync for each record").isGreaterThan(2_000);
    }

    /** Whether the proof could fail: a mode that promises nothing of the kind. */
    @Test
    void shouldNoticeOrdersThatDoNotWaitForTheDisk() throws Exception
    {
        final Path log = trace("process-safe", 2_000);

        assertThat(checker(2_000).violations(log)).isNotEmpty();
    }

    private SystemCallTrace shouldHaveNoViolation(final String durability, final int messages) throws Exception
    {
        final Path log = trace(durability, messages);
        final SystemCallTrace checker = checker(messages);

        assertThat(checker.violations(log)).isEmpty();
        assertThat(checker.orders()).isEqualTo(orderEnds().size()).isGreaterThan(20);
        return checker;
    }

    private Path trace(final String durability, final int messages) throws Exception
    {
        final Path log = directory.resolve("trace");
        final ProcessBuilder program = ChildProgram.packetflow(directory, List.of(), "trade", "--messages",
            String.valueOf(messages), "--symbols", String.valueOf(SYMBOLS), "--seed", String.valueOf(SEED),
            "--journal", directory.resolve("journal").toString(), "--segment", "1MB", "--durability", durability,
            "--orders", orders().toString());
        final List<String> traced = new ArrayList<>(List.of("strace", "-f", "-y", "-s", "0", "-e",
            "trace=" + SystemCallTrace.CALLS, "-o", log.toString()));
        traced.addAll(program.command());
        final Process process = program.command(traced).redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(directory.resolve("printed"))).isZero();
        return log;
    }

    private SystemCallTrace checker(final int messages) throws IOException
    {
        return new SystemCallTrace(orders(), inputs(messages), orderEnds());
    }

    private Path orders()
    {
        return directory.resolve("orders");
    }

    /** Finds out, by replaying the journal, which instance caused each order, and where that lies. */
    private List<SystemCallTrace.Input> inputs(final int messages) throws IOException
    {
        final Map<Long, SystemCallTrace.Input> places = places();
        final List<SystemCallTrace.Input> inputs = new ArrayList<>();
        try (TradeFeed feed = TradeFeed.generated(messages, SEED, SYMBOLS, HugePages.OFF))
        {
            final TradeSetup setup = setup(feed);
            try (OfflineReplay replay =
                OfflineReplay.ofOldest(setup.context(setup.config(), ControlSource.idle(), null, source -> { })))
            {
                final OrderOutput output = replay.resource(TradingEngine.OUTPUT, OrderOutput.class);
                replay.walk(Long.MAX_VALUE, instance ->
                {
                    while (inputs.size() < output.count())
                    {
                        inputs.add(places.get(instance.header().sequence()));
                    }
                    return true;
                });
            }
        }
        return inputs;
    }

    private TradeSetup setup(final TradeFeed feed)
    {
        final ReactorSettings.Builder settings = ReactorSettings.builder();
        for (final String setting : ChildProgram.settings(directory))
        {
            settings.set(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        final Terminal terminal =
            new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), true);
        return new TradeSetup(settings.conclude(), TradingProgram.shipped(), feed, Pacing.MAX, null, null,
            JournalOptions.of(directory.resolve("journal"), Durability.PROCESS_SAFE), null, null,
            LiveOrdersMixin.DEFAULT, terminal);
    }

    private Map<Long, SystemCallTrace.Input> places() throws IOException
    {
        final Map<Long, SystemCallTrace.Input> places = new HashMap<>();
        try (JournalReader reader =
            JournalReader.ofAll(new JournalFiles(new DirectoryStorage(directory.resolve("journal")))))
        {
            while (reader.next())
            {
                final RecordCursor record = reader.cursor();
                if (record.isInstance())
                {
                    places.put(record.sequence(), new SystemCallTrace.Input(
                        record.segment(), record.offset() + RecordFormat.frameLength(record.bodyLength())));
                }
            }
        }
        return places;
    }

    private List<Long> orderEnds() throws IOException
    {
        final List<Long> ends = new ArrayList<>();
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(orders()));
        while (bytes.hasRemaining())
        {
            final int length = bytes.getShort();
            bytes.position(bytes.position() + length);
            ends.add((long)bytes.position());
        }
        return ends;
    }
}

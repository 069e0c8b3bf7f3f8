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
package io.packetflow.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;
import io.packetflow.trading.gateway.ouch.OuchInboundLayout;
import io.packetflow.trading.strategy.MarketMakerReport;
import io.packetflow.trading.venue.generator.GeneratedFeed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Live orders of the TradingEngine are cancelled or adopted as it declares: at a stop none is left anywhere, after a
 * death those of before are cancelled and quoted afresh, or are exactly those of a run that never died.
 */
class LiveOrdersTest
{
    private static final int MESSAGES = 10_000;

    @TempDir
    private Path directory;

    private final Arena memory = new Arena(HugePages.OFF);
    private GeneratedFeed feed;

    @BeforeEach
    void generate()
    {
        feed = EngineRun.generated(memory, MESSAGES);
    }

    @AfterEach
    void free()
    {
        memory.close();
    }

    @ParameterizedTest
    @CsvSource({"fused, one-node", "strict, two-nodes", "unfused, node-per-group"})
    void shouldLeaveNoLiveOrderBehindAStop(final String grouping, final String plan) throws Exception
    {
        try (EngineRun run = EngineRun.of(context("stop=cancel", "grouping=" + grouping, "plan=" + plan)))
        {
            run.reactor().open();
            stepTo(run, MESSAGES / 2);
            run.read();
            final int before = run.messages().size();
            final Set<Integer> live = liveRefs(run.messages());

            run.reactor().drain();

            run.read();
            final List<byte[]> last = run.messages().subList(before, run.messages().size());
            assertThat(last).allMatch(message -> message[0] == OuchInboundLayout.CANCEL);
            // Each by its own UserRefNum, once; what is under way may be answered as filled before it is cancelled.
            final List<Integer> refs = last.stream().map(LiveOrdersTest::userRef).toList();
            assertThat(refs).doesNotHaveDuplicates().hasSizeGreaterThan(EngineRun.SYMBOLS / 2);
            assertThat(live).containsAll(refs);
            assertThat(run.counter("AlgorithmicTrader: orders withdrawn: count")).isPositive()
                .isLessThanOrEqualTo(refs.size());
            assertNothingLive(run);
            assertThat(run.counter("TradingEngine: instances admitted")).isLessThan(MESSAGES);
        }
    }

    @Test
    void shouldLeaveThemWhereTheyAreWithoutADeclaration() throws Exception
    {
        try (EngineRun run = EngineRun.prepare(
            EngineRun.view(feed), EngineRun.config(), ControlSource.idle(), directory).complete())
        {
            final int sent = run.messages().size();

            run.reactor().drain();

            run.read();
            assertThat(run.messages()).hasSize(sent);
            assertThat(venueOrders(run)).isPositive();
        }
    }

    @Test
    void shouldSendTheSameCancelsUnderEveryPlan() throws Exception
    {
        final TreeMap<String, String> streams = new TreeMap<>();
        for (final String plan : List.of("one-node", "two-nodes", "node-per-group"))
        {
            try (EngineRun run = EngineRun.of(context("stop=cancel", "plan=" + plan, "grouping=strict")).complete())
            {
                run.reactor().drain();
                run.read();
                streams.put(plan, Long.toHexString(run.output().streamHash()) + " " + run.reactor().stateHashes());
                assertNothingLive(run);
            }
        }
        assertThat(streams.values()).containsOnly(streams.firstEntry().getValue());
    }

    @Test
    void shouldCancelTheOrdersOfBeforeAfterADeathAndQuoteAfresh() throws Exception
    {
        final Path journal = killedAt(MESSAGES / 2, "failure=cancel");
        try (EngineRun run = EngineRun.of(journaled("failure=cancel", journal)))
        {
            run.read();
            final Set<Integer> live = liveRefs(run.messages());
            final int recovered = run.messages().size();
            assertThat(live).isNotEmpty();
            assertThat(venueOrders(run)).isPositive();

            run.reactor().open();
            run.reactor().awaitCompletion();
            run.read();

            final List<byte[]> messages = run.messages().subList(recovered, run.messages().size());
            final int fresh = indexOf(messages, OuchInboundLayout.ENTER);
            assertThat(messages.subList(0, fresh)).allMatch(message -> message[0] == OuchInboundLayout.CANCEL);
            assertThat(messages.subList(0, fresh).stream().map(LiveOrdersTest::userRef)).doesNotHaveDuplicates()
                .isSubsetOf(live).hasSizeGreaterThan(EngineRun.SYMBOLS / 2);
            assertThat(messages.subList(fresh, messages.size())).noneMatch(message -> live.contains(original(message)));
            assertThat(run.risk().unknownCount()).isZero();
            assertThat(venueOrders(run)).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 5_000, 9_000})
    void shouldAdoptExactlyTheOrdersOfARunThatWasNeverKilled(final int message) throws Exception
    {
        final Path journal = killedAt(message, "stop=cancel");
        try (EngineRun adopting = EngineRun.of(journaled("stop=cancel", journal));
            EngineRun never = EngineRun.of(journaled("stop=adopt", directory.resolve("never"))))
        {
            never.reactor().open();
            stepTo(never, adopting.reactor().recovery().orElseThrow().lastSequence());

            assertThat(adopting.reactor().completedInstances()).isEqualTo(never.reactor().completedInstances());
            assertThat(live(adopting)).isEqualTo(live(never)).hasSizeGreaterThan(100);

            adopting.reactor().open();
            adopting.reactor().awaitCompletion();
            never.reactor().awaitCompletion();
            assertThat(live(adopting)).isEqualTo(live(never));
            assertThat(adopting.output().streamHash()).isEqualTo(never.output().streamHash());
        }
    }

    @Test
    void shouldReplayAStopExactlyAndTradeAgainOverTheSameJournal() throws Exception
    {
        final Path journal = directory.resolve("journal");
        stopAt(journal, MESSAGES / 2);
        final long sent = stopAt(journal, Integer.MAX_VALUE);
        assertThat(stopAt(journal, Integer.MAX_VALUE)).as("nothing is left to cancel").isEqualTo(sent);

        try (EngineRun replayed = EngineRun.of(journaled("stop=adopt", journal)))
        {
            assertThat(replayed.output().count()).isEqualTo(sent);
            assertThat(replayed.reactor().recovery().orElseThrow().end()).startsWith("clean");
            assertNothingLive(replayed);
        }
    }

    /** Goes on with a journal up to an instance, stops, and returns how many orders were sent in all. */
    private long stopAt(final Path journal, final int instance) throws Exception
    {
        try (EngineRun run = EngineRun.of(journaled("stop=cancel", journal)))
        {
            final long before = run.output().count();
            run.reactor().open();
            stepTo(run, instance);
            run.reactor().drain();
            assertNothingLive(run);
            assertThat(run.output().count()).isGreaterThanOrEqualTo(before);
            return run.output().count();
        }
    }

    private Path killedAt(final int instance, final String declared) throws Exception
    {
        final Path journal = directory.resolve("killed");
        try (EngineRun run = EngineRun.of(journaled(declared, journal)))
        {
            run.reactor().open();
            stepTo(run, instance);
            return copy(journal, directory.resolve("copy"));
        }
    }

    private static void stepTo(final EngineRun run, final long instance)
    {
        while (run.reactor().completedInstances() < instance && run.reactor().step() > 0)
        {
            Thread.onSpinWait();
        }
    }

    /** What a death at this moment would leave behind. */
    private static Path copy(final Path journal, final Path target) throws IOException
    {
        try (Stream<Path> all = Files.walk(journal))
        {
            for (final Path path : all.filter(path -> !path.toString().endsWith(".tmp")).sorted().toList())
            {
                Files.copy(path, target.resolve(journal.relativize(path).toString()));
            }
        }
        return Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(journal));
    }

    private ReactorContext context(final String declared, final String... settings) throws Exception
    {
        return context(molecule(declared), settings);
    }

    private ReactorContext journaled(final String declared, final Path journal) throws Exception
    {
        return context(TradingEngine.journaled(molecule(declared)), "batch.limit=1")
            .journal(JournalOptions.of(journal, Durability.PROCESS_SAFE)
            .withSettings(JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES)));
    }

    private ReactorContext context(final Molecule molecule, final String... settings) throws Exception
    {
        final Path own = Files.createTempDirectory(directory, "run");
        return TradingEngine.context(molecule, EngineRun.config()).settings(EngineRun.settings(own, settings))
            .source("control", ControlSource.class, warmUp -> ControlSource.idle())
            .source("feed", ItchFeedSource.class,
                warmUp -> new ItchFeedSource(EngineRun.view(feed), Pacing.MAX));
    }

    private static Molecule molecule(final String declared)
    {
        return TradingEngine.molecule(EngineRun.config(), HugePages.OFF).toBuilder()
            .liveOrders(LiveOrders.ADOPTED.with(declared)).build();
    }

    /** The orders that were sent and neither replaced nor cancelled by the trader; some may be filled. */
    private static Set<Integer> liveRefs(final List<byte[]> messages)
    {
        final Set<Integer> live = new LinkedHashSet<>();
        for (final byte[] message : messages)
        {
            live.remove(original(message));
            if (message[0] != OuchInboundLayout.CANCEL)
            {
                live.add(userRef(message));
            }
        }
        // A replace may still be refused, and then the order before it is live.
        messages.stream().filter(message -> message[0] == OuchInboundLayout.REPLACE).map(LiveOrdersTest::original)
            .forEach(live::add);
        return live;
    }

    private static int userRef(final byte[] message)
    {
        return ByteBuffer.wrap(message).getInt(switch (message[0])
        {
            case OuchInboundLayout.REPLACE -> OuchInboundLayout.REPLACE_USER_REF;
            case OuchInboundLayout.CANCEL -> OuchInboundLayout.CANCEL_USER_REF;
            default -> OuchInboundLayout.ENTER_USER_REF;
        });
    }

    /** Returns the order that a message replaces or cancels, 0 for none. */
    private static int original(final byte[] message)
    {
        return message[0] == OuchInboundLayout.ENTER ? 0 : message[0] == OuchInboundLayout.CANCEL ? userRef(message) :
            ByteBuffer.wrap(message).getInt(OuchInboundLayout.REPLACE_ORIGINAL_REF);
    }

    private static int indexOf(final List<byte[]> messages, final int type)
    {
        for (int i = 0; i < messages.size(); i++)
        {
            if (messages.get(i)[0] == type)
            {
                return i;
            }
        }
        throw new AssertionError("no message of type " + (char)type);
    }

    /** Returns all that is live, here and at the venue, as text. */
    private static String live(final EngineRun run)
    {
        final MarketMakerReport report = new MarketMakerReport(run.maker());
        final StringBuilder text = new StringBuilder();
        for (int locate = 0; locate < EngineRun.SYMBOLS; locate++)
        {
            text.append(locate).append(": ").append(report.workingPriceE4(locate, 0)).append(' ')
                .append(report.workingPriceE4(locate, 1)).append('\n');
        }
        return text.append(venueOrders(run)).append(" at the venue, ").append(openOrders(run)).append(" open; ")
            .append(run.reactor().stateHashes()).toString();
    }

    private static long venueOrders(final EngineRun run)
    {
        return run.reactor().resource(TradingEngine.VENUE, VenueModel.class).venue().restingOrders();
    }

    private static long openOrders(final EngineRun run)
    {
        return run.risk().risk().ledger().openOrders(0);
    }

    private static void assertNothingLive(final EngineRun run)
    {
        assertThat(openOrders(run)).isZero();
        assertThat(venueOrders(run)).isZero();
        assertThat(run.maker().nextActive(0, EngineRun.SYMBOLS)).isEqualTo(EngineRun.SYMBOLS);
        assertThat(run.risk().unknownCount()).isZero();
    }
}

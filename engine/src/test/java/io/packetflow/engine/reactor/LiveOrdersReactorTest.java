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
package io.packetflow.engine.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.TestSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.ClockMode;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The engine brings the cancel of live orders into a molecule where it is declared: before a stop, with all that
 * follows from it and nothing from outside behind it; as the first instance after a death; and nowhere else.
 */
class LiveOrdersReactorTest
{
    private static final int INSTANCES = 5_000;
    /** Instances of its own that the molecule needs to cancel all. */
    private static final int STEPS = 50;
    private static final String CANCEL_AT_STOP = "cancel 1";
    private static final String CANCEL_AFTER_FAILURE = "cancel 2";
    private static final String STEP = "step";
    private static final String INPUT = "input";

    @TempDir
    private Path directory;

    private final List<String> seen = new ArrayList<>();

    /** The ways in which a sequencing node merges its sources. */
    private enum Sequence
    {
        ONE_FEED, TWO_FEEDS, EMITTER_ELSEWHERE, OWN_CLOCK;

        private void apply(final ReactorContext context)
        {
            switch (this)
            {
                case TWO_FEEDS -> context.source("second", ScriptedSource.class,
                    warmUp -> new ScriptedSource(new Script().steady(1, INSTANCES)));
                case EMITTER_ELSEWHERE -> context.planOptions(options -> options.withPlacement("holder", "other"));
                case OWN_CLOCK -> context.clock(ClockMode.UTC);
                default ->
                {
                    // One feed is what the context has.
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldCancelAtAStopAndAdmitNothingFromOutsideBehindIt(final Sequence sequence)
    {
        try (Reactor reactor = stopped("stop=cancel", sequence))
        {
            final int cancel = seen.indexOf(CANCEL_AT_STOP);
            assertThat(seen.subList(0, cancel)).hasSizeBetween(1, INSTANCES - 1).containsOnly(INPUT);
            assertThat(seen.subList(cancel + 1, seen.size())).hasSize(STEPS).containsOnly(STEP);
            assertThat(reactor.state()).isEqualTo(ReactorState.DRAINING);
            reactor.drain();
            assertThat(seen.subList(cancel + 1, seen.size())).as("a second drain").hasSize(STEPS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveThemWhereTheyAreAdopted(final Sequence sequence)
    {
        stopped("failure=cancel", sequence).close();

        assertThat(seen).isNotEmpty().containsOnly(INPUT);
    }

    private Reactor stopped(final String declared, final Sequence sequence)
    {
        final ReactorContext context = context(molecule(declared).build());
        sequence.apply(context);
        final Reactor reactor = Reactor.launch(context);
        while (seen.isEmpty())
        {
            reactor.step();
        }
        reactor.drain();
        return reactor;
    }

    @Test
    void shouldCancelAtTheEndOfItsFeedToo()
    {
        try (Reactor reactor = Reactor.launch(context(molecule("stop=cancel").build())))
        {
            reactor.awaitCompletion();
            assertThat(seen).hasSize(INSTANCES).containsOnly(INPUT);

            reactor.drain();

            assertThat(seen.subList(INSTANCES, seen.size())).hasSize(STEPS + 1).startsWith(CANCEL_AT_STOP, STEP);
        }
    }

    @Test
    void shouldCancelFirstOfAllAfterADeathAndReplayItExactly()
    {
        final Path copy = killed("stop=cancel,failure=cancel");
        seen.clear();
        final List<String> whole;
        try (Reactor reactor = Reactor.prepare(journaled("stop=cancel,failure=cancel", copy)))
        {
            final int replayed = seen.size();
            assertThat(seen).isNotEmpty().containsOnly(INPUT);
            assertThat(reactor.completedInstances()).isEqualTo(replayed);
            reactor.open();
            reactor.awaitCompletion();
            reactor.drain();

            assertThat(seen.get(replayed)).isEqualTo(CANCEL_AFTER_FAILURE);
            assertThat(seen).filteredOn(STEP::equals).hasSize(2 * STEPS);
            assertThat(seen).filteredOn(INPUT::equals).hasSize(INSTANCES);
            assertThat(seen.indexOf(CANCEL_AT_STOP)).isGreaterThan(seen.lastIndexOf(INPUT));
            assertThat(reactor.completedInstances()).isEqualTo(seen.size());
            whole = List.copyOf(seen);
        }
        seen.clear();
        try (Reactor again = Reactor.prepare(journaled("failure=cancel", copy)))
        {
            assertThat(seen).as("what a replay sees").isEqualTo(whole);
            again.open();
            again.awaitCompletion();
            assertThat(seen).as("after a clean end nothing is cancelled").isEqualTo(whole);
        }
    }

    @Test
    void shouldBringNothingAfterADeathWhereTheyAreAdopted()
    {
        final Path copy = killed("stop=cancel");
        seen.clear();
        try (Reactor reactor = Reactor.launch(journaled("stop=cancel", copy)))
        {
            reactor.awaitCompletion();

            assertThat(seen).hasSize(INSTANCES).containsOnly(INPUT);
        }
    }

    @Test
    void shouldBringNothingIntoANewJournal()
    {
        try (Reactor reactor = Reactor.launch(journaled("failure=cancel,promotion=cancel", directory.resolve("new"))))
        {
            reactor.awaitCompletion();

            assertThat(seen).hasSize(INSTANCES).containsOnly(INPUT);
        }
    }

    /** Runs a while, and returns what a death would have left behind. */
    private Path killed(final String declared)
    {
        final Path journal = directory.resolve("journal");
        try (Reactor reactor = Reactor.launch(journaled(declared, journal)))
        {
            while (seen.size() < INSTANCES / 2)
            {
                reactor.step();
            }
            return JournalCopy.of(journal, directory.resolve("copy"));
        }
    }

    private ReactorContext journaled(final String declared, final Path journal)
    {
        final Molecule molecule =
            JournalPacket.addTo(molecule(declared)).ionicStrict(JournalPacket.NAME, "out").build();
        return context(molecule).journal(JournalOptions.of(journal, Durability.PROCESS_SAFE)
            .withSettings(JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES)));
    }

    private ReactorContext context(final Molecule molecule)
    {
        return new ReactorContext().molecule(molecule)
            .settings(TestSettings.of("batch.limit=16", "counters.file=" + directory.resolve("counters.dat")))
            .topology(CpuTopology.ofProcessors(4, "a test"))
            .backEdge(new BackEdgeBinding("holder", 8, 16, 10))
            .source("feed", ScriptedSource.class, warmUp -> new ScriptedSource(new Script().steady(1, INSTANCES)));
    }

    private Molecule.Builder molecule(final String declared)
    {
        return Molecule.named("M").kind(Kinds.FEED).kind(Kinds.ECHO).kind(InstanceKind.CONTROL)
            .liveOrders(LiveOrders.ADOPTED.with(declared))
            .packet(Scripted.packet("holder", this::holder)
                .trigger(Trigger.on(Kinds.FEED, Kinds.ECHO, InstanceKind.CONTROL)).build())
            .packet(ScriptedOutput.packet("out", context -> PacketHandler.CONTINUE, context -> { }).build())
            .ionic("holder", "out");
    }

    /** Notes what comes; a cancel takes it {@link #STEPS} instances of its own, one after the other. */
    private IntSupplier holder(final PacketContext context)
    {
        final Emitter emitter = context.emitter(16);
        return () ->
        {
            final int kind = context.header().kind();
            if (kind == Kinds.FEED.code())
            {
                seen.add(INPUT);
            }
            else if (kind == Kinds.ECHO.code())
            {
                seen.add(STEP);
                emit(context, emitter, context.input().getLong(Long.BYTES) - 1);
            }
            else if (context.input().getLong(0) == ControlCommands.CANCEL_LIVE)
            {
                seen.add("cancel " + context.input().getLong(Long.BYTES));
                emit(context, emitter, STEPS);
            }
            return PacketHandler.CONTINUE;
        };
    }

    private static void emit(final PacketContext context, final Emitter emitter, final long steps)
    {
        if (steps > 0)
        {
            final int at = emitter.claim(Kinds.ECHO.code(), 16, context.header().logicalTimeNanos() + 10);
            emitter.slab().putLong(at, 0);
            emitter.slab().putLong(at + Long.BYTES, steps);
            emitter.commit();
        }
    }
}

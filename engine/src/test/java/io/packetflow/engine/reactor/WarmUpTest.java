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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.fixture.Closing;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Ledger;
import io.packetflow.engine.fixture.Notes;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.Emitter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The warm-up runs the real code and leaves no trace. */
class WarmUpTest
{
    private static final String[] WARM = {"warmup=on", "warmup.messages=1"};

    @TempDir
    private Path directory;

    private final Notes notes = new Notes();
    private final List<Ledger> ledgers = new ArrayList<>();

    @Test
    void shouldBeginAtSequenceOneWithFreshResources()
    {
        final Molecule molecule = molecule();
        final List<Boolean> feeds = new ArrayList<>();
        try (Reactor reactor = Reactor.prepare(TestContext.of(directory, molecule, WARM)
            .timerPeriodNanos(10).backEdge(new BackEdgeBinding("see", 64, 16, 5))
            .source("feed", ScriptedSource.class, warmUp ->
            {
                feeds.add(warmUp);
                return new ScriptedSource(warmUp ? new Script().steady(1_000, 50) : new Script().at(1, 2, 12));
            })))
        {
            assertThat(notes.all()).isNotEmpty().allMatch(note -> note.startsWith("warm "));
            assertThat(reactor.warmUp().messages()).isEqualTo(50L * reactor.warmUp().rounds()).isPositive();
            assertThat(reactor.warmUp().rounds()).isBetween(3, 40);
            final int before = notes.all().size();

            reactor.open();
            reactor.awaitCompletion();

            assertThat(notes.all().subList(before, notes.all().size())).containsExactly(
                "1 at 1", "2 at 2", "3 at 6", "4 at 7", "5 at 10", "6 at 12", "7 at 17");
            assertThat(feeds).hasSize(reactor.warmUp().rounds() + 1).endsWith(true, false)
                .filteredOn(warmUp -> !warmUp).hasSize(1);
            assertThat(ledgers).hasSize(reactor.warmUp().rounds() + 1);
            assertThat(reactor.resource("ledger", Ledger.class)).isSameAs(ledgers.get(ledgers.size() - 1));
            assertThat(reactor.counters())
                .containsEntry("M: warm-up messages", reactor.warmUp().messages())
                .containsEntry("M: instances admitted", 3L).containsEntry("see: seen: count", 7L);
        }
    }

    @Test
    void shouldWarmUpOnASmallerMoleculeOfTheSameShape()
    {
        final Molecule small = molecule().toBuilder().property("size", "small").build();
        try (Reactor reactor = Reactor.prepare(TestContext.of(directory, molecule(), WARM).warmUpMolecule(small)
            .backEdge(new BackEdgeBinding("see", 64, 16, 5))
            .source("feed", ScriptedSource.class, warmUp -> new ScriptedSource(new Script().at(1, 2)))))
        {
            assertThat(reactor.warmUp().messages()).isPositive();
            assertThat(reactor.plan().molecule().properties()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-node", "two-nodes"})
    void shouldKeepLoopingWhereNothingComes(final String plan)
    {
        final List<ScriptedSource> sources = new ArrayList<>();
        try (Reactor reactor = Reactor.prepare(TestContext.of(directory, molecule(), "warmup=on", "warmup.messages=1",
            "plan=" + plan)
            .backEdge(new BackEdgeBinding("see", 64, 16, 5)).source("feed", ScriptedSource.class, warmUp ->
            {
                sources.add(new ScriptedSource(new Script().at(1, 2)));
                return sources.get(sources.size() - 1);
            })))
        {
            assertThat(sources).hasSize(reactor.warmUp().rounds() + 1);
            assertThat(sources.subList(0, sources.size() - 1)).allMatch(source -> source.pollsAtEnd() > 1_000);
        }
    }

    @Test
    void shouldFreeEveryScratchMolecule()
    {
        final List<Closing> parts = new ArrayList<>();
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .resource("r", Closing.class, arena -> Closing.part(parts, "resource", Closing.When.NEVER))
            .packet(Closing.packet("p", parts, Closing.When.NEVER).uses("r").build()).build();
        try (Reactor reactor = Reactor.prepare(TestContext.of(directory, molecule, new Script().at(1), WARM)))
        {
            assertThat(parts).hasSize(2 * (reactor.warmUp().rounds() + 1));
            assertThat(parts.subList(0, parts.size() - 2)).allMatch(Closing::isClosed);
            assertThat(parts.subList(parts.size() - 2, parts.size())).noneMatch(Closing::isClosed);
        }
    }

    @Test
    void shouldSayThatThereWasNothingToWarmUpWith()
    {
        try (Reactor reactor = Reactor.prepare(TestContext.of(directory, molecule(), WARM)
            .backEdge(new BackEdgeBinding("see", 64, 16, 5))
            .source("feed", ScriptedSource.class,
                warmUp -> new ScriptedSource(warmUp ? new Script() : new Script().at(1)))))
        {
            assertThat(reactor.warmUp())
                .hasToString("no warm-up: the first instances run uncompiled code");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-node", "two-nodes"})
    void shouldNameWhatFailedDuringTheWarmUp(final String plan)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED).packet(Scripted.packet("bad", context -> () ->
        {
            throw new IllegalStateException("boom");
        }).build()).build();

        assertThatThrownBy(() -> Reactor.prepare(TestContext.of(directory, molecule, new Script().at(1), "warmup=on",
            "plan=" + plan)))
            .isInstanceOf(ReactorException.class).hasMessage("the warm-up of molecule M failed: packet bad failed on " +
                "node df at instance 1: java.lang.IllegalStateException: boom");
    }

    /** Notes what it sees, apart where it only warms up, and echoes the feed 5 ns later. */
    private Molecule molecule()
    {
        return Molecule.named("M").kind(Kinds.FEED).kind(Kinds.ECHO).kind(InstanceKind.TIMER)
            .resource("ledger", Ledger.class, arena ->
            {
                ledgers.add(new Ledger());
                return ledgers.get(ledgers.size() - 1);
            })
            .packet(Scripted.packet("see", context ->
            {
                final Emitter emitter = context.emitter(16);
                final Ledger ledger = context.resource("ledger", Ledger.class);
                final long[] seen = {0};
                context.count("seen", () -> seen[0]);
                return () ->
                {
                    seen[0]++;
                    assertThat(ledger.hash() == 0).isEqualTo(seen[0] == 1);
                    ledger.add(seen[0]);
                    final long timeNanos = context.header().logicalTimeNanos();
                    notes.add((context.isWarmUp() ? "warm " : "") + context.header().sequence() + " at " + timeNanos);
                    if (context.header().kind() == Kinds.FEED.code() &&
                        emitter.claim(Kinds.ECHO.code(), 16, timeNanos + 5) != Emitter.FULL)
                    {
                        emitter.commit();
                    }
                    return Scripted.CONTINUE;
                };
            }).uses("ledger").build()).build();
    }
}

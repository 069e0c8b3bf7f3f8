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
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Ledger;
import io.packetflow.engine.fixture.Notes;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.fixture.Value;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.PacketHandler;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bonds, triggers and STOPs mean while a molecule runs, in the caller's thread, in one thread and in two. */
class StageSemanticsTest
{
    private static final int INSTANCES = 200;

    @TempDir
    private Path directory;

    private final Notes notes = new Notes();

    /** How a molecule runs: with which settings, and whether its last packet runs on a node of its own. */
    private record Way(String name, boolean apart, List<String> settings)
    {
        @Override
        public String toString()
        {
            return name;
        }
    }

    private static Stream<Way> ways()
    {
        return Stream.of(
            new Way("fused, caller", false, List.of("threading=invoker")),
            new Way("unfused, caller", false, List.of("threading=invoker", "grouping=unfused")),
            new Way("unfused, one thread", false, List.of("threading=shared", "grouping=unfused")),
            new Way("apart, two threads", true, List.of("threading=dedicated", "group.df.wait=yield")));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldCompleteEachPacketBeforeItsSuccessors(final Way way)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .packet(Scripted.noting("join", notes).build()).packet(Scripted.noting("left", notes).build())
            .packet(Scripted.noting("right", notes).build()).packet(Scripted.noting("head", notes).build())
            .ionic("head", "left", "join").ionic("head", "right", "join").build();

        run(way, molecule, new Script().steady(1, INSTANCES));

        final List<String> all = notes.all();
        assertThat(all).hasSize(4 * INSTANCES);
        for (int i = 1; i <= INSTANCES; i++)
        {
            final int head = all.indexOf("head" + i);
            final int left = all.indexOf("left" + i);
            final int right = all.indexOf("right" + i);
            assertThat(head).isLessThan(Math.min(left, right));
            assertThat(all.indexOf("join" + i)).isGreaterThan(Math.max(left, right));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldFinishACovalentStageBeforeItsNextInstance(final Way way)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .resource("ledger", Ledger.class, arena -> new Ledger())
            .packet(Scripted.idle("before").build())
            .packet(keeping("first").build()).packet(Scripted.noting("between", notes).build())
            .packet(keeping("last").build())
            .ionic("before", "first", "between", "last").covalent("first", "last", "ledger").build();

        run(way, molecule, new Script().steady(1, INSTANCES));

        assertThat(notes.all()).isEqualTo(LongStream.rangeClosed(1, INSTANCES).boxed()
            .flatMap(i -> Stream.of("first" + i, "between" + i, "last" + i)).toList());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldTakeAPacketThatDoesNotFireAsCompleted(final Way way)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED).kind(Kinds.NEWS)
            .packet(Scripted.noting("all", notes).build())
            .packet(Scripted.noting("news", notes).trigger(Trigger.on(Kinds.NEWS)).build())
            .packet(Scripted.noting("behind", notes).build())
            .ionic("all", "news", "behind").build();

        run(way, molecule, new Script().at(1).at(2, Kinds.NEWS, 0).at(3));

        assertThat(notes.all()).containsExactlyInAnyOrder(
            "all1", "behind1", "all2", "news2", "behind2", "all3", "behind3");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldSkipTheDescendantsOfAPacketThatStopsAndNobodyElse(final Way way)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .packet(Scripted.noting("head", notes).build())
            .packet(stoppingEven("stopper").build())
            .packet(Scripted.noting("behind", notes).build())
            .packet(Scripted.noting("beside", notes).build())
            .packet(Scripted.noting("join", notes).build())
            .ionic("head", "stopper", "behind", "join").ionic("head", "beside", "join").build();

        run(way, molecule, new Script().at(1, 2, 3));

        assertThat(notes.all()).containsExactlyInAnyOrder("head1", "stopper1", "behind1", "beside1", "join1",
            "head2", "stopper2", "beside2", "head3", "stopper3", "behind3", "beside3", "join3");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldReleaseAnOutputUnlessItStops(final Way way)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .packet(stoppingEven("stopper").build())
            .packet(ScriptedOutput.packet("send",
                context -> context.header().sequence() == 3 ? PacketHandler.STOP : PacketHandler.CONTINUE,
                context -> notes.add("sent" + context.header().sequence())).build())
            .ionic("stopper", "send").build();

        run(way, molecule, new Script().at(1, 2, 3, 4, 5));

        assertThat(notes.all()).filteredOn(note -> note.startsWith("sent")).containsExactly("sent1", "sent5");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldShowEachPacketTheAreasOfItsAncestors(final Way way)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .packet(Scripted.packet("a", context ->
            {
                final Value own = context.area("a", Value.class);
                return () ->
                {
                    own.value(context.input().getLong(8) * 2);
                    return Scripted.CONTINUE;
                };
            }).writes(Value.area()).build())
            .packet(Scripted.packet("b", context ->
            {
                final Value own = context.area("b", Value.class);
                final Value before = context.area("a", Value.class);
                return () ->
                {
                    own.value(before.value() + 1);
                    return Scripted.CONTINUE;
                };
            }).writes(Value.area(100)).build())
            .packet(Scripted.packet("c", context ->
            {
                final Value first = context.area("a", Value.class);
                final Value second = context.area("b", Value.class);
                return () ->
                {
                    notes.add(first.value() + " " + second.value());
                    return Scripted.CONTINUE;
                };
            }).build())
            .ionic("a", "b", "c").build();

        run(way, molecule, new Script().at(10, 20, 30));

        assertThat(notes.all()).containsExactly("20 21", "40 41", "60 61");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldRunUnbondedPacketsForEachInstance(final Way way)
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .packet(Scripted.noting("a", notes).build()).packet(Scripted.noting("b", notes).build())
            .metallic("a", "b").build();

        run(way, molecule, new Script().steady(1, INSTANCES));

        assertThat(notes.all()).hasSize(2 * INSTANCES);
        for (final String packet : List.of("a", "b"))
        {
            assertThat(notes.all().stream().filter(note -> note.startsWith(packet)))
                .isEqualTo(LongStream.rangeClosed(1, INSTANCES).mapToObj(i -> packet + i).toList());
        }
    }

    private Packet.Builder stoppingEven(final String name)
    {
        return Scripted.packet(name, context -> () ->
        {
            notes.add(name + context.header().sequence());
            return context.header().sequence() % 2 == 0 ? Scripted.STOP : Scripted.CONTINUE;
        });
    }

    /** A packet that notes and uses the ledger, which minds two threads. */
    private Packet.Builder keeping(final String name)
    {
        return Scripted.packet(name, context ->
        {
            final Ledger ledger = context.resource("ledger", Ledger.class);
            return () ->
            {
                ledger.add(context.header().sequence());
                notes.add(name + context.header().sequence());
                return Scripted.CONTINUE;
            };
        }).uses("ledger");
    }

    private void run(final Way way, final Molecule molecule, final Script feed)
    {
        final String last = molecule.packets().get(molecule.packets().size() - 1).name();
        final ReactorContext context = TestContext.of(directory, molecule, feed, way.settings().toArray(String[]::new))
            .planOptions(options -> way.apart() ? options.withPlacement(last, "other") : options);
        try (Reactor reactor = Reactor.launch(context))
        {
            reactor.awaitCompletion();
            assertThat(reactor.failureCount()).isZero();
        }
    }
}

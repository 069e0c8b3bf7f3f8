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
import java.util.function.Function;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Notes;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedCommands;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.plan.PlanOptions;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The order in which instances are admitted, on each way that the sequencing loop may go: alone with the molecule,
 * with its first stage, or apart; asking one feed or merging all sources.
 */
class SequencingTest
{
    @TempDir
    private Path directory;

    private final Notes notes = new Notes();

    /** Where the sequencing node runs the packets. */
    enum Way
    {
        ALONE, WITH_FIRST_STAGE, APART;

        private PlanOptions applyTo(final PlanOptions options)
        {
            return switch (this)
            {
                case ALONE -> options;
                case WITH_FIRST_STAGE -> options.withPlacement("tail", "other");
                case APART -> options.withPlacement("see", "other").withPlacement("tail", "other");
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAdmitAFeedInItsOrder(final Way way)
    {
        run(context(way, molecule()).source("feed", ScriptedSource.class, feed(new Script().at(5, 5, 7, 20))));

        assertThat(notes.all()).containsExactly("1 feed at 5", "2 feed at 5", "3 feed at 7", "4 feed at 20");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAdmitWhatComesLateAtTheTimeOfWhatCameBefore(final Way way)
    {
        final Reactor reactor = run(context(way, molecule())
            .source("feed", ScriptedSource.class, feed(new Script().at(10, 7, 9, 10, 11))));

        assertThat(notes.all()).containsExactly(
            "1 feed at 10", "2 feed at 10", "3 feed at 10", "4 feed at 10", "5 feed at 11");
        assertThat(reactor.counters()).containsEntry("M: instances with time running backwards", 2L);
    }

    @ParameterizedTest
    @EnumSource
    void shouldMergeSourcesByTimeAndThenByTheirOrder(final Way way)
    {
        final Script news =
            new Script().at(3, Kinds.NEWS, 0).at(5, Kinds.NEWS, 0).at(InstanceSource.NOW, Kinds.NEWS, 0);
        run(context(way, molecule())
            .source("feed", ScriptedSource.class, feed(new Script().at(5, 5, 9)))
            .source("news", ScriptedSource.class, feed(news)));

        assertThat(notes.all()).containsExactly("1 news at 3", "2 feed at 5", "3 feed at 5", "4 news at 5",
            "5 news at 5", "6 feed at 9");
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveACommandTheTimeOfWhatCameBefore(final Way way)
    {
        final ScriptedCommands commands = new ScriptedCommands(1);
        final Reactor reactor = prepare(context(way, molecule(), "batch.limit=2")
            .source("feed", ScriptedSource.class, feed(new Script().at(5, 6, 7, 8)))
            .source("commands", ScriptedCommands.class, warmUp -> commands));
        reactor.open();

        reactor.step();
        commands.give();
        reactor.awaitCompletion();
        reactor.close();

        assertThat(notes.all()).containsExactly("1 control at -9223372036854775808", "2 feed at 5", "3 control at 5",
            "4 feed at 6", "5 feed at 7", "6 feed at 8");
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetTimersComeBeforeWhatReachesTheirDeadline(final Way way)
    {
        run(context(way, timed()).timerPeriodNanos(10)
            .source("feed", ScriptedSource.class, feed(new Script().at(3, 9, 10, 11, 19, 25))));

        assertThat(notes.all()).containsExactly("1 feed at 3", "2 feed at 9", "3 timer at 10", "4 feed at 10",
            "5 feed at 11", "6 feed at 19", "7 timer at 20", "8 feed at 25");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendOneTimerWhereTimeJumpsOverSeveralDeadlines(final Way way)
    {
        run(context(way, timed()).timerPeriodNanos(10)
            .source("feed", ScriptedSource.class, feed(new Script().at(3, 95, 96, 100))));

        assertThat(notes.all()).containsExactly("1 feed at 3", "2 timer at 10", "3 feed at 95", "4 feed at 96",
            "5 timer at 100", "6 feed at 100");
    }

    @ParameterizedTest
    @EnumSource
    void shouldArmTheTimerByTheFirstInstanceThatHasATime(final Way way)
    {
        run(context(way, timed()).timerPeriodNanos(10)
            .source("feed", ScriptedSource.class, feed(new Script().at(42, 50)))
            .source("commands", ScriptedCommands.class, warmUp -> new ScriptedCommands(1)));

        assertThat(notes.all()).containsExactly(
            "1 control at -9223372036854775808", "2 feed at 42", "3 timer at 50", "4 feed at 50");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAdmitAnEmissionWhereItsTimeBelongs(final Way way)
    {
        run(context(way, echoing(3))
            .source("feed", ScriptedSource.class, feed(new Script().at(10, 12, 13, 14)))
            .backEdge(new BackEdgeBinding("see", 8, 16, 3)));

        assertThat(notes.all()).containsExactly("1 feed at 10", "2 feed at 12", "3 echo at 13", "4 feed at 13",
            "5 feed at 14", "6 echo at 15", "7 echo at 16", "8 echo at 17");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAdmitAnEmissionOfTheSameTimeFirst(final Way way)
    {
        run(context(way, echoing(0))
            .source("feed", ScriptedSource.class, feed(new Script().at(10, 10, 11)))
            .backEdge(new BackEdgeBinding("see", 8, 16, 0)));

        assertThat(notes.all()).containsExactly("1 feed at 10", "2 echo at 10", "3 feed at 10", "4 echo at 10",
            "5 feed at 11", "6 echo at 11");
    }

    @ParameterizedTest
    @EnumSource
    void shouldMergeEmissionsTimersAndFeed(final Way way)
    {
        final Reactor reactor = run(context(way, echoing(5).toBuilder().kind(InstanceKind.TIMER).build())
            .timerPeriodNanos(10)
            .source("feed", ScriptedSource.class, feed(new Script().at(4, 5, 12)))
            .backEdge(new BackEdgeBinding("see", 8, 16, 5)));

        assertThat(notes.all()).containsExactly("1 feed at 4", "2 feed at 5", "3 echo at 9", "4 timer at 10",
            "5 echo at 10", "6 feed at 12", "7 echo at 17");
        assertThat(reactor.counters()).containsEntry("M: instances admitted", 3L)
            .containsEntry("M: instances admitted from back edges", 3L);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSeeAnEmissionThatComesBeforeTheRestOfTheBatch(final Way way)
    {
        run(context(way, echoing(1)).source("feed", ScriptedSource.class, feed(new Script().steady(1, 300)))
            .backEdge(new BackEdgeBinding("see", 512, 16, 1)));

        final List<String> all = notes.all();
        assertThat(all).hasSize(600).startsWith("1 feed at 1", "2 echo at 2", "3 feed at 2", "4 echo at 3")
            .endsWith("599 feed at 300", "600 echo at 301");
    }

    private Molecule molecule()
    {
        return molecule(context -> null, 0);
    }

    private Molecule timed()
    {
        return molecule().toBuilder().kind(InstanceKind.TIMER).build();
    }

    /** A molecule that echoes each instance of the feed. */
    private Molecule echoing(final long delayNanos)
    {
        return molecule(context -> context.emitter(16), delayNanos);
    }

    private Molecule molecule(
        final Function<PacketContext, Emitter> emitterOf, final long echoAfterNanos)
    {
        return Molecule.named("M").kind(Kinds.FEED).kind(Kinds.NEWS).kind(Kinds.ECHO).kind(InstanceKind.CONTROL)
            .packet(Scripted.packet("see", context ->
            {
                final Emitter emitter = emitterOf.apply(context);
                return () ->
                {
                    final long timeNanos = context.header().logicalTimeNanos();
                    final int kind = context.header().kind();
                    notes.add(context.header().sequence() + " " + nameOf(kind) + " at " + timeNanos);
                    if (emitter != null && kind == Kinds.FEED.code())
                    {
                        assertThat(emitter.claim(Kinds.ECHO.code(), 16, timeNanos + echoAfterNanos))
                            .isNotEqualTo(Emitter.FULL);
                        emitter.commit();
                    }
                    return Scripted.CONTINUE;
                };
            }).build())
            .packet(Scripted.idle("tail").build()).ionic("see", "tail").build();
    }

    private static String nameOf(final int kind)
    {
        return List.of(Kinds.FEED, Kinds.NEWS, Kinds.ECHO, InstanceKind.CONTROL, InstanceKind.TIMER).stream()
            .filter(known -> known.code() == kind).findFirst().orElseThrow().name();
    }

    private static SourceBinding.SourceFactory<ScriptedSource> feed(final Script script)
    {
        return warmUp -> new ScriptedSource(script);
    }

    private ReactorContext context(final Way way, final Molecule molecule, final String... settings)
    {
        return TestContext.of(directory, molecule, settings).planOptions(way::applyTo);
    }

    private static Reactor prepare(final ReactorContext context)
    {
        return Reactor.prepare(context);
    }

    private static Reactor run(final ReactorContext context)
    {
        final Reactor reactor = Reactor.launch(context);
        try (reactor)
        {
            reactor.awaitCompletion();
        }
        return reactor;
    }
}

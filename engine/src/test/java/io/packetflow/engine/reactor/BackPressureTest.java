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
import java.util.concurrent.CountDownLatch;

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
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.plan.GroupOptions;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.ringbuffers.pressure.BackPressure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a full ring does to the sources of its molecule, on the way of one feed and on that of several sources. */
class BackPressureTest
{
    private static final int SLOTS = 4;

    @TempDir
    private Path directory;

    private final Notes notes = new Notes();
    private RunningMolecule running;

    @AfterEach
    void close()
    {
        if (running != null)
        {
            running.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldMakeTheSourceComeAgain(final boolean oneFeed)
    {
        final ScriptedSource feed = new ScriptedSource(new Script().at(1, 2, 3, 4, 5, 6));
        start(context(BackPressure.SPIN, molecule(), oneFeed, feed));

        assertThat(sequencing().doWork()).isEqualTo(4);
        assertThat(sequencing().doWork()).isZero();
        assertThat(sequencing().fullCount()).isEqualTo(1);
        finish();

        assertThat(notes.all()).containsExactly("1 at 1", "2 at 2", "3 at 3", "4 at 4", "5 at 5", "6 at 6");
        assertThat(feed.dropped()).isEmpty();
        assertThat(running.gate().shed() + running.gate().rejected()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"SHED, true, shed", "SHED, false, shed", "REJECT, true, rejected", "REJECT, false, rejected"})
    void shouldDropWhatFindsTheRingFullAndCountIt(
        final BackPressure pressure, final boolean oneFeed, final String how)
    {
        final ScriptedSource feed = new ScriptedSource(new Script().at(1, 2, 3, 4, 5, 6));
        start(context(pressure, molecule(), oneFeed, feed));

        sequencing().doWork();
        sequencing().doWork();
        finish();

        assertThat(feed.dropped()).containsExactly(how + " 5", how + " 6");
        assertThat(notes.all()).containsExactly("1 at 1", "2 at 2", "3 at 3", "4 at 4");
        assertThat(sequencing().fullCount()).isEqualTo(2);
        assertThat(running.gate().shed()).isEqualTo(pressure == BackPressure.SHED ? 2 : 0);
        assertThat(running.gate().rejected()).isEqualTo(pressure == BackPressure.REJECT ? 2 : 0);
        assertThat(sequencing().sourceCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGoOnWithDenseSequencesAfterADrop(final boolean oneFeed)
    {
        final ScriptedSource feed = new ScriptedSource(new Script().at(1, 2, 3, 4, 5, 6, 7, 8, 9));
        start(context(BackPressure.SHED, molecule(), oneFeed, feed));

        sequencing().doWork();
        sequencing().doWork();
        finish();

        assertThat(feed.dropped()).containsExactly("shed 5", "shed 6", "shed 7", "shed 8");
        assertThat(notes.all()).containsExactly("1 at 1", "2 at 2", "3 at 3", "4 at 4", "5 at 9");
    }

    @ParameterizedTest
    @EnumSource(BackPressure.class)
    void shouldDropNeitherTimersNorEmissions(final BackPressure pressure)
    {
        final ScriptedSource feed = new ScriptedSource(new Script().at(5, 6, 7, 8, 9, 30));
        start(context(pressure, echoing(), true, feed).timerPeriodNanos(10)
            .backEdge(new BackEdgeBinding("echo", 8, 16, 6)));
        sequencing().doWork();
        assertThat(notes.all()).isEmpty();
        running.programs().get(1).doWork();
        sequencing().doWork();

        assertThat(sequencing().doWork()).as("an emission finds no slot").isZero();
        assertThat(sequencing().fullCount()).isEqualTo(1);
        assertThat(running.gate().shed() + running.gate().rejected()).isZero();
        finish();

        assertThat(notes.all()).startsWith("1 at 5", "2 at 6", "3 at 7", "4 at 8", "5 at 9", "6 at 10", "7 at 11");
        assertThat(feed.dropped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SHED, true", "REJECT, true", "SHED, false"})
    void shouldKeepCommandsAndCountNoneAsDropped(final BackPressure pressure, final boolean oneFeed)
    {
        final ScriptedSource feed = new ScriptedSource(new Script().at(1, 2, 3, 4, 5));
        final ScriptedCommands commands = new ScriptedCommands(0);
        start(context(pressure, molecule(), oneFeed, feed)
            .source("commands", ScriptedCommands.class, warmUp -> commands));
        sequencing().doWork();
        commands.give();

        assertThat(sequencing().doWork()).isZero();
        assertThat(running.gate().shed() + running.gate().rejected()).isZero();
        assertThat(sequencing().fullCount()).isEqualTo(1);
        finish();

        assertThat(notes.all()).containsExactly("1 at 1", "2 at 2", "3 at 3", "4 at 4", "5 at 4", "6 at 5");
        assertThat(feed.dropped()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BackPressure.class)
    void shouldDropNothingThatNobodyElseIsSlowFor(final BackPressure pressure)
    {
        final ScriptedSource feed = new ScriptedSource(new Script().steady(1, 1_000));
        final ReactorContext context = TestContext.of(directory, molecule())
            .planOptions(options -> options.withGroup(PeriodicGroup.DF, ring(pressure)))
            .source("feed", ScriptedSource.class, warmUp -> feed);
        try (Reactor reactor = Reactor.launch(context))
        {
            reactor.awaitCompletion();

            assertThat(feed.dropped()).isEmpty();
            assertThat(reactor.completedInstances()).isEqualTo(1_000);
            assertThat(reactor.counters()).containsEntry("M: claims that found the ring full", 0L)
                .containsEntry("M: instances shed", 0L)
                .containsEntry("M: instances rejected by back-pressure", 0L);
        }
    }

    @ParameterizedTest
    @CsvSource({"SHED, M: instances shed", "REJECT, M: instances rejected by back-pressure"})
    void shouldShowWhatWasDroppedInTheCounters(final BackPressure pressure, final String counter)
    {
        final CountDownLatch goOn = new CountDownLatch(1);
        final Molecule slow = Molecule.named("M").kind(Kinds.FEED).packet(Scripted.packet("slow", context -> () ->
        {
            await(goOn);
            return Scripted.CONTINUE;
        }).build()).build();
        final ReactorContext context = TestContext.of(directory, slow, new Script().steady(1, 100),
            "threading=dedicated", "group.df.wait=yield").planOptions(options -> options
            .withGroup(PeriodicGroup.DF, ring(pressure)).withNodes(NodePolicy.TWO_NODES));
        try (Reactor reactor = Reactor.launch(context))
        {
            while (reactor.counters().get(counter) < 100 - SLOTS)
            {
                assertThat(reactor.awaitCompletion(1_000_000)).isFalse();
            }
            goOn.countDown();
            reactor.awaitCompletion();

            assertThat(reactor.counters()).containsEntry(counter, 100L - SLOTS)
                .containsEntry("M: instances admitted", (long)SLOTS)
                .containsEntry("M: claims that found the ring full", 100L - SLOTS);
        }
    }

    private static void await(final CountDownLatch latch)
    {
        try
        {
            latch.await();
        }
        catch (final InterruptedException e)
        {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldRefuseAnEmissionForWhichThereIsNoRoomAndCountIt()
    {
        final ScriptedSource feed = new ScriptedSource(new Script().at(1, 2, 3, 4));
        final ReactorContext context = TestContext.of(directory, echoing())
            .source("feed", ScriptedSource.class, warmUp -> feed).timerPeriodNanos(1_000)
            .backEdge(new BackEdgeBinding("echo", 2, 16, 6));
        try (Reactor reactor = Reactor.launch(context))
        {
            reactor.awaitCompletion();

            assertThat(notes.all()).contains("1 full", "2 full").doesNotContain("3 full");
            assertThat(reactor.counters()).containsEntry("echo: emissions refused", 2L)
                .containsEntry("M: instances admitted from back edges", 2L);
        }
    }

    /** Notes the sequence and the time of each instance. */
    private Molecule molecule()
    {
        return Molecule.named("M").kind(Kinds.FEED).kind(Kinds.ECHO).kind(InstanceKind.CONTROL)
            .packet(Scripted.packet("see", context -> () ->
            {
                notes.add(context.header().sequence() + " at " + context.header().logicalTimeNanos());
                return Scripted.CONTINUE;
            }).build()).build();
    }

    /** Notes as well, and echoes each instance of the feed 6 ns later. */
    private Molecule echoing()
    {
        return molecule().toBuilder().kind(InstanceKind.TIMER).packet(Scripted.packet("echo", context ->
        {
            final Emitter emitter = context.emitter(16);
            final int[] full = {0};
            return () ->
            {
                if (context.header().kind() == Kinds.FEED.code())
                {
                    final int offset =
                        emitter.claim(Kinds.ECHO.code(), 16, context.header().logicalTimeNanos() + 6);
                    if (offset == Emitter.FULL)
                    {
                        full[0]++;
                        notes.add(full[0] + " full");
                        return Scripted.CONTINUE;
                    }
                    emitter.commit();
                }
                return Scripted.CONTINUE;
            };
        }).build()).ionic("see", "echo").build();
    }

    /** The molecule runs on another node than the one that sequences, so that the test can hold it up. */
    private ReactorContext context(
        final BackPressure pressure, final Molecule molecule, final boolean oneFeed, final ScriptedSource feed)
    {
        final ReactorContext context = TestContext.of(directory, molecule)
            .planOptions(options -> options.withGroup(PeriodicGroup.DF, ring(pressure))
                .withNodes(NodePolicy.TWO_NODES))
            .source("feed", ScriptedSource.class, warmUp -> feed);
        return oneFeed ? context :
            context.source("silent", ScriptedSource.class, warmUp -> new ScriptedSource(new Script()));
    }

    private static GroupOptions ring(final BackPressure pressure)
    {
        return new GroupOptions("", SLOTS, null, pressure);
    }

    private void start(final ReactorContext context)
    {
        final PlannedCode code = PlannedCode.of(context);
        running = new RunningMolecule(context.molecule(), code.plan(), context, code.load(context), false);
    }

    private NodeProgram sequencing()
    {
        return running.sequencing();
    }

    private void finish()
    {
        while (!sequencing().sourcesExhausted() || !running.isDrained())
        {
            final List<NodeProgram> programs = running.programs();
            for (int i = programs.size() - 1; i >= 0; i--)
            {
                programs.get(i).doWork();
            }
        }
    }
}

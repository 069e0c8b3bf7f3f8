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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.packetflow.engine.fixture.Closing;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Notes;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedCommands;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.PacketHandler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest
{
    @TempDir
    private Path directory;

    private final Notes notes = new Notes();
    private final Molecule molecule = Molecule.named("M").kind(Kinds.FEED).kind(InstanceKind.CONTROL)
        .packet(Scripted.noting("a", notes).build()).build();
    private final Script feed = new Script().steady(1, 100);

    @Test
    void shouldGoFromReadyToStopped()
    {
        final Reactor reactor = Reactor.prepare(TestContext.of(directory, molecule, feed));
        assertThat(reactor.state()).isEqualTo(ReactorState.READY);
        assertThat(reactor.step()).isZero();
        assertThat(notes.all()).as("the gate is closed").isEmpty();

        reactor.open();
        assertThat(reactor.state()).isEqualTo(ReactorState.RUNNING);
        reactor.awaitCompletion();
        assertThat(reactor.completedInstances()).isEqualTo(100);

        reactor.close();
        reactor.close();
        assertThat(reactor.state()).isEqualTo(ReactorState.STOPPED);
    }

    @Test
    void shouldOpenItsGateOnce()
    {
        final Reactor reactor = Reactor.launch(TestContext.of(directory, molecule, feed));
        assertThatThrownBy(reactor::open).isInstanceOf(IllegalStateException.class)
            .hasMessage("the gate opens once: state=RUNNING");
        reactor.close();
        assertThatThrownBy(reactor::open).isInstanceOf(IllegalStateException.class)
            .hasMessage("the gate opens once: state=STOPPED");
    }

    @Test
    void shouldNotStepWhatIsClosedOrRunByOthers()
    {
        final Reactor closed = Reactor.launch(TestContext.of(directory, molecule, feed));
        closed.close();
        assertThatThrownBy(closed::step).isInstanceOf(IllegalStateException.class)
            .hasMessage("the reactor is closed: molecule=M");

        try (Reactor shared = Reactor.launch(TestContext.of(directory, molecule, feed, "threading=shared")))
        {
            assertThatThrownBy(shared::step).isInstanceOf(IllegalStateException.class)
                .hasMessage("step() is for packetflow.threading=invoker: threading=SHARED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoker", "shared", "dedicated"})
    void shouldDrainWhatIsAdmittedAndAdmitNoMore(final String threading)
    {
        final ScriptedCommands endless = new ScriptedCommands(Integer.MAX_VALUE);
        try (Reactor reactor = Reactor.launch(TestContext.of(directory, molecule, "threading=" + threading,
            "grouping=unfused", "group.df.wait=yield")
            .source("endless", ScriptedCommands.class, warmUp -> endless)))
        {
            while (reactor.completedInstances() == 0)
            {
                assertThat(reactor.awaitCompletion(1_000_000)).isFalse();
            }

            reactor.drain();

            assertThat(reactor.state()).isEqualTo(ReactorState.DRAINING);
            final long admitted = reactor.counters().get("M: instances admitted");
            assertThat(reactor.completedInstances()).isEqualTo(admitted).isPositive();
            assertThat(reactor.counters()).containsEntry("M: instances admitted", admitted);
            assertThat(notes.all()).hasSize((int)admitted);
        }
    }

    @Test
    void shouldFinishWhatIsUnderWayWhenItDrains()
    {
        final CountDownLatch arrived = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final Molecule slow = molecule.toBuilder().packet(Scripted.packet("slow", context -> () ->
        {
            arrived.countDown();
            await(goOn);
            return Scripted.CONTINUE;
        }).build()).packet(Scripted.noting("behind", notes).build()).ionic("slow", "behind").build();
        try (Reactor reactor = Reactor.launch(TestContext.of(directory, slow, feed, "threading=dedicated")
            .planOptions(options -> options.withPlacement("slow", "other"))))
        {
            await(arrived);
            final Thread drainer = new Thread(reactor::drain);
            drainer.start();
            while (reactor.state() != ReactorState.DRAINING)
            {
                Thread.onSpinWait();
            }
            assertThat(drainer.isAlive()).isTrue();
            goOn.countDown();
            join(drainer);

            final long admitted = reactor.counters().get("M: instances admitted");
            assertThat(notes.all()).contains("behind" + admitted).doesNotContain("behind" + (admitted + 1));
        }
    }

    @Test
    void shouldDrainAtOnceWhereNothingIsLeftToDo()
    {
        final Reactor reactor = Reactor.prepare(TestContext.of(directory, molecule, feed));
        reactor.drain();
        assertThat(reactor.state()).isEqualTo(ReactorState.READY);
        reactor.open();
        reactor.awaitCompletion();
        reactor.drain();
        assertThat(notes.all()).hasSize(100);
        reactor.close();
        reactor.drain();
    }

    @Test
    void shouldComeToRestAndGoOnWhenASourceBringsMore()
    {
        final ScriptedCommands commands = new ScriptedCommands(1);
        try (Reactor reactor = Reactor.launch(TestContext.of(directory, molecule)
            .source("commands", ScriptedCommands.class, warmUp -> commands)))
        {
            reactor.awaitCompletion();
            assertThat(notes.all()).containsExactly("a1");
            commands.give();
            assertThat(reactor.step()).isEqualTo(1);
            reactor.awaitCompletion();
            assertThat(notes.all()).containsExactly("a1", "a2");
        }
    }

    @Test
    void shouldTellAnInterruptedWaiter()
    {
        final ScriptedCommands endless = new ScriptedCommands(Integer.MAX_VALUE);
        try (Reactor reactor = Reactor.launch(TestContext.of(directory, molecule, "threading=shared")
            .source("endless", ScriptedCommands.class, warmUp -> endless)))
        {
            final AtomicReference<Throwable> thrown = new AtomicReference<>();
            final Thread waiter = new Thread(reactor::awaitCompletion);
            waiter.setUncaughtExceptionHandler((thread, cause) -> thrown.set(cause));
            waiter.start();
            waiter.interrupt();
            join(waiter);

            assertThat(thrown.get()).isInstanceOf(ReactorException.class)
                .hasMessage("interrupted while waiting for molecule M");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Closing.When.class)
    void shouldCloseAllPartsEvenIfOneOfThemFails(final Closing.When failing)
    {
        final List<Closing> parts = new ArrayList<>();
        final Molecule closing = Molecule.named("M").kind(Kinds.FEED)
            .resource("r", Closing.class, arena -> Closing.part(parts, "resource", failing))
            .packet(Closing.packet("p", parts, failing).uses("r").build()).build();
        final Reactor reactor = Reactor.launch(TestContext.of(directory, closing)
            .source("s", Closing.Source.class, warmUp -> Closing.source(parts, failing)));
        reactor.awaitCompletion();

        if (failing == Closing.When.NEVER)
        {
            reactor.close();
        }
        else
        {
            assertThatThrownBy(reactor::close).isInstanceOf(ReactorException.class)
                .hasMessage("stopping molecule M failed: closing resource failed: resource does not close");
        }
        assertThat(parts).hasSize(3).allMatch(Closing::isClosed);
        assertThat(reactor.state()).isEqualTo(ReactorState.STOPPED);
    }

    @Test
    void shouldFreeWhatItMadeWhereItCannotStart()
    {
        final List<Closing> parts = new ArrayList<>();
        final Molecule unmakable = Molecule.named("M").kind(Kinds.FEED)
            .resource("r", Closing.class, arena -> Closing.part(parts, "resource", Closing.When.NEVER))
            .packet(Closing.packet("p", parts, Closing.When.NEVER).uses("r").build())
            .packet(Scripted.packet("q", context ->
            {
                throw new IllegalArgumentException("cannot be made");
            }).build()).build();

        assertThatThrownBy(() -> Reactor.launch(TestContext.of(directory, unmakable, feed)))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("cannot be made");
        assertThat(parts).hasSize(2).allMatch(Closing::isClosed);
    }

    @Test
    void shouldRefuseAResourceThatIsNotWhatItIsDeclaredAs()
    {
        final Molecule wrong = Molecule.named("M").packet(Scripted.idle("p").uses("r").build())
            .resource("r", anyResource(String.class), arena -> 5).build();

        assertThatThrownBy(() -> Reactor.launch(TestContext.of(directory, wrong, feed)))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("the resource r is declared as java.lang.String but its factory made 5");
    }

    /** What a factory makes is only as sure as the code that was compiled against it. */
    @SuppressWarnings("unchecked")
    private static Class<Object> anyResource(final Class<?> type)
    {
        return (Class<Object>)type;
    }

    @Test
    void shouldRefuseToStartWhereANodesThreadCannot()
    {
        final ReactorContext context =
            TestContext.of(directory, molecule, feed, "threading=dedicated").onProgress(line ->
            {
                if (line.startsWith("node "))
                {
                    throw new IllegalStateException("nobody listens");
                }
            });

        assertThatThrownBy(() -> Reactor.prepare(context)).isInstanceOf(ReactorException.class)
            .hasMessage("the thread of node df cannot start: java.lang.IllegalStateException: nobody listens");
    }

    @Test
    void shouldKeepGeneratedCodeWhereItIsAsked() throws Exception
    {
        try (Reactor reactor =
            Reactor.prepare(TestContext.of(directory, molecule, feed).keepSources(directory.resolve("code"))))
        {
            assertThat(reactor.plan().nodes()).hasSize(1);
        }
        try (var files = Files.list(directory.resolve("code/io/packetflow/generated")))
        {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("_[0-9a-f]{16}", "")))
                .containsExactlyInAnyOrder("M_df.java", "M_df.class");
        }
    }

    @Test
    void shouldHandOutHandlersResourcesAndStateHashes()
    {
        final Molecule stateful = Molecule.named("M").kind(Kinds.FEED).resource("r", String.class, arena -> "table")
            .packet(Scripted.noting("a", notes).uses("r").build()).build();
        try (Reactor reactor = Reactor.launch(TestContext.of(directory, stateful, feed)))
        {
            reactor.awaitCompletion();

            assertThat(reactor.handler("a", Scripted.class)).isInstanceOf(PacketHandler.class);
            assertThat(reactor.resource("r", String.class)).isEqualTo("table");
            assertThat(reactor.stateHashes()).containsOnlyKeys("a").containsEntry("a", 0L);
            assertThat(reactor.warmUp()).isSameAs(WarmUpReport.NONE);
            assertThat(reactor.nodes()).hasToString("[node df: UNPINNED: the caller's thread runs all nodes, yield]");
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

    private static void join(final Thread thread)
    {
        try
        {
            thread.join();
        }
        catch (final InterruptedException e)
        {
            throw new IllegalStateException(e);
        }
    }
}

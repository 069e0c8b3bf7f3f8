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
import java.util.Collections;
import java.util.List;

import io.packetflow.engine.fixture.FailingSource;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Notes;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.PlanOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler that throws at the third of five instances, wherever it runs. */
class FailureTest
{
    private static final String CAUSE = "java.lang.IllegalStateException: boom";

    @TempDir
    private Path directory;

    private final Notes notes = new Notes();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /** Where the packet that fails runs. */
    enum Way
    {
        ALONE, WITH_FIRST_STAGE, OWN_STAGE, OTHER_NODE;

        private PlanOptions applyTo(final PlanOptions options)
        {
            return switch (this)
            {
                case ALONE -> options;
                case WITH_FIRST_STAGE -> options.withPlacement("behind", "other");
                case OWN_STAGE -> options.withGrouping(Grouping.UNFUSED);
                case OTHER_NODE -> options.withPlacement("bad", "other");
            };
        }

        private String node()
        {
            return this == OTHER_NODE ? "other" : "df";
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaltAndSayWhatFailedWhere(final Way way)
    {
        final String message = "packet bad failed on node " + way.node() + " at instance 3: " + CAUSE;
        try (Reactor reactor = Reactor.launch(context(way, "failure=halt")))
        {
            assertThatThrownBy(reactor::awaitCompletion).isInstanceOf(ReactorException.class)
                .hasMessage("molecule M halted: " + message).hasRootCauseMessage("boom");

            assertThat(reactor.state()).isEqualTo(ReactorState.FAILED);
            assertThat(reactor.failureCount()).isEqualTo(1);
            assertThat(told).containsExactly(message);
            assertThat(notes.all()).contains("before3").doesNotContain("behind3");
            assertThatThrownBy(reactor::step).hasMessage("molecule M halted: " + message);
            assertThatThrownBy(reactor::drain).hasMessage("molecule M halted: " + message);
            assertThat(reactor.counters()).containsEntry("M: handler failures", 1L)
                .containsEntry("M: state", (long)ReactorState.FAILED.code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveUpTheInstanceAndGoOn(final Way way)
    {
        try (Reactor reactor = Reactor.launch(context(way, "failure=quarantine")))
        {
            reactor.awaitCompletion();

            assertThat(reactor.state()).isEqualTo(ReactorState.RUNNING);
            assertThat(reactor.failureCount()).isEqualTo(1);
            assertThat(reactor.completedInstances()).isEqualTo(5);
            assertThat(told)
                .containsExactly("packet bad failed on node " + way.node() + " at instance 3: " + CAUSE);
            assertThat(notes.all()).containsExactlyInAnyOrder("before1", "before2", "before3", "before4", "before5",
                "bad1", "bad2", "bad4", "bad5", "behind1", "behind2", "behind4", "behind5");
        }
    }

    @ParameterizedTest
    @CsvSource({"shared, WITH_FIRST_STAGE", "shared, OWN_STAGE", "dedicated, OTHER_NODE"})
    void shouldGiveUpAnInstanceOnThreads(final String threading, final Way way)
    {
        try (Reactor reactor = Reactor.launch(
            context(way, "failure=quarantine", "threading=" + threading, "group.df.wait=yield")))
        {
            reactor.awaitCompletion();

            assertThat(reactor.completedInstances()).isEqualTo(5);
            assertThat(notes.all()).contains("behind5").doesNotContain("behind3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "dedicated"})
    void shouldEndAllNodesWhereOneFails(final String threading)
    {
        try (Reactor reactor = Reactor.launch(
            context(Way.OTHER_NODE, "threading=" + threading, "group.df.wait=yield")))
        {
            assertThatThrownBy(reactor::awaitCompletion).isInstanceOf(ReactorException.class)
                .hasMessage("molecule M halted: packet bad failed on node other at instance 3: " + CAUSE);
        }
    }

    @Test
    void shouldAdmitThatAnExceptionWithoutStackNamesNoPacket()
    {
        final IllegalStateException preallocated = new IllegalStateException("boom");
        preallocated.setStackTrace(new StackTraceElement[0]);
        final Molecule molecule = molecule(() ->
        {
            throw preallocated;
        });

        try (Reactor reactor = Reactor.launch(context(Way.ALONE, molecule)))
        {
            assertThatThrownBy(reactor::awaitCompletion)
                .hasMessage("molecule M halted: packet ? failed on node df at instance 3: " + CAUSE);
        }
    }

    @Test
    void shouldQuarantineNoError()
    {
        final Molecule molecule = molecule(() ->
        {
            throw new StackOverflowError("deep");
        });

        try (Reactor reactor =
            Reactor.launch(context(Way.ALONE, molecule, "failure=quarantine")))
        {
            assertThatThrownBy(reactor::awaitCompletion).isInstanceOf(ReactorException.class).hasMessage(
                "molecule M halted: packet bad failed on node df at instance 3: java.lang.StackOverflowError: deep");
        }
    }

    @ParameterizedTest
    @CsvSource({"next, halt", "take, halt", "take, quarantine"})
    void shouldHaltWhereASourceFails(final String call, final String failure)
    {
        final ReactorContext context = TestContext.of(directory, molecule(null), "failure=" + failure)
            .onFailure(failed -> told.add(failed.message()))
            .source("wire", FailingSource.class, warmUp -> new FailingSource(2, call));
        try (Reactor reactor = Reactor.launch(context))
        {
            assertThatThrownBy(reactor::awaitCompletion).isInstanceOf(ReactorException.class);

            assertThat(told).containsExactly(
                "source wire failed on node df after instance 2: java.lang.IllegalStateException: torn");
            assertThat(reactor.completedInstances()).isEqualTo(2);
        }
    }

    @Test
    void shouldNameAnOutputThatCannotLetGo()
    {
        final Molecule molecule = Molecule.named("M").kind(Kinds.FEED)
            .packet(Scripted.noting("before", notes).build())
            .packet(ScriptedOutput.packet("send", context -> PacketHandler.CONTINUE, context ->
            {
                throw new IllegalStateException("boom");
            }).build()).ionic("before", "send").build();

        try (Reactor reactor = Reactor.launch(context(Way.ALONE, molecule).planOptions(options -> options)))
        {
            assertThatThrownBy(reactor::awaitCompletion)
                .hasMessage("molecule M halted: packet send failed on node df at instance 1: " + CAUSE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.IllegalStateException", "java.lang.AssertionError"})
    void shouldHaltWhereAFailureCannotBeTold(final String listenersFault)
    {
        final ReactorContext context =
            context(Way.ALONE, "failure=quarantine", "threading=shared").onFailure(failure ->
            {
                throwUnchecked(listenersFault);
            });
        try (Reactor reactor = Reactor.launch(context))
        {
            assertThatThrownBy(reactor::awaitCompletion).isInstanceOf(ReactorException.class)
                .hasMessage("molecule M halted: packet bad failed on node df at instance 3: " + CAUSE)
                .satisfies(halt -> assertThat(halt.getCause().getSuppressed()[0].toString())
                    .isEqualTo(listenersFault + ": deaf"));
        }
    }

    private static void throwUnchecked(final String type)
    {
        if (type.equals(AssertionError.class.getName()))
        {
            throw new AssertionError("deaf");
        }
        throw new IllegalStateException("deaf");
    }

    @Test
    void shouldGoOnInASmallRingAfterAFailure()
    {
        final Molecule molecule = molecule(FailureTest::boom);
        try (Reactor reactor = Reactor.launch(context(Way.ALONE, molecule, "failure=quarantine",
            "group.df.ring.size=2", "batch.limit=2", "group.cf.ring.size=2", "group.ed.ring.size=2",
            "group.co.ring.size=2", "group.mc.ring.size=2", "group.rm.ring.size=2")))
        {
            reactor.awaitCompletion();

            assertThat(reactor.completedInstances()).isEqualTo(5);
            assertThat(notes.all()).endsWith("before5", "bad5", "behind5");
        }
    }

    private ReactorContext context(final Way way, final String... settings)
    {
        return context(way, molecule(FailureTest::boom), settings);
    }

    private ReactorContext context(final Way way, final Molecule molecule, final String... settings)
    {
        return TestContext.of(directory, molecule, new Script().at(1, 2, 3, 4, 5), settings)
            .planOptions(way::applyTo).onFailure(failure -> told.add(failure.message()));
    }

    /** Three packets in a row, of which the second fails. */
    private Molecule molecule(final Runnable failure)
    {
        return Molecule.named("M").kind(Kinds.FEED)
            .packet(Scripted.noting("before", notes).build())
            .packet(Scripted.packet("bad", context -> () ->
            {
                if (failure != null && context.header().sequence() == 3)
                {
                    failure.run();
                }
                notes.add("bad" + context.header().sequence());
                return Scripted.CONTINUE;
            }).build())
            .packet(Scripted.noting("behind", notes).build())
            .ionic("before", "bad", "behind").build();
    }

    private static void boom()
    {
        throw new IllegalStateException("boom");
    }
}

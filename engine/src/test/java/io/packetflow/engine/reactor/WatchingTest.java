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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedCommands;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.telemetry.CountersFileReader;
import io.packetflow.engine.telemetry.EngineCounter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reactor as others see it while it runs. */
class WatchingTest
{
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long POLL_NANOS = 200_000;

    @TempDir
    private Path directory;

    private final Molecule molecule = Molecule.named("M").kind(Kinds.FEED).kind(InstanceKind.CONTROL)
        .packet(Scripted.idle("a").build()).build();

    @Test
    void shouldShowItsCountersInAFileWhileItRuns()
    {
        final ScriptedCommands commands = new ScriptedCommands(0);
        try (Reactor reactor = Reactor.launch(TestContext.of(directory, molecule, "threading=shared")
            .source("commands", ScriptedCommands.class, warmUp -> commands));
            CountersFileReader watcher = CountersFileReader.open(reactor.countersFile()))
        {
            assertThat(watcher.pid()).isEqualTo(ProcessHandle.current().pid());
            for (long given = 1; given <= 3; given++)
            {
                commands.give();
                awaitValue(watcher, EngineCounter.ADMITTED, given);
            }
            assertThat(watcher.isWriterAlive()).isTrue();
            assertThat(value(watcher, EngineCounter.STATE)).isEqualTo(ReactorState.RUNNING.code());
            assertThat(watcher.counters().stream().map(CountersFileReader.Counter::label)).contains("M: state",
                "M: instances admitted", "df: duty cycles", "df: cpu", "stage 0 [a]: instances completed", "M: stalls");
        }
    }

    @Test
    void shouldRaiseAnAlarmWhereAHandlerDoesNotReturn() throws Exception
    {
        final CountDownLatch alarm = new CountDownLatch(1);
        final Molecule stuck = Molecule.named("M").kind(Kinds.FEED).packet(Scripted.packet("stuck", context -> () ->
        {
            try
            {
                alarm.await();
            }
            catch (final InterruptedException e)
            {
                throw new IllegalStateException(e);
            }
            return Scripted.CONTINUE;
        }).build()).build();
        try (Reactor reactor = Reactor.launch(
            TestContext.of(directory, stuck, new Script().at(1), "threading=shared", "stall.limit=5ms")
                .onProgress(line ->
                {
                    if (line.startsWith("ALARM: node df has not run a duty cycle for "))
                    {
                        alarm.countDown();
                    }
                })))
        {
            assertThat(alarm.await(20, TimeUnit.SECONDS)).isTrue();
            reactor.awaitCompletion();
            assertThat(reactor.counters().get("M: stalls")).isPositive();
            assertThat(reactor.counters().get("M: longest stall, ns")).isGreaterThan(5_000_000L);
        }
    }

    private static void awaitValue(final CountersFileReader watcher, final EngineCounter type, final long wanted)
    {
        final long startNanos = System.nanoTime();
        while (value(watcher, type) != wanted && System.nanoTime() - startNanos < PATIENCE_NANOS)
        {
            LockSupport.parkNanos(POLL_NANOS);
        }
        assertThat(value(watcher, type)).isEqualTo(wanted);
    }

    private static long value(final CountersFileReader watcher, final EngineCounter type)
    {
        return watcher.counters().stream().filter(counter -> counter.typeId() == type.typeId()).findFirst()
            .orElseThrow().value();
    }
}

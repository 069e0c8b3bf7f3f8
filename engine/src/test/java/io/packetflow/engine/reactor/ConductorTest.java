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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.telemetry.CountersFile;
import io.packetflow.engine.telemetry.CountersFileReader;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conductor, stepped by hand with a clock that is driven by hand; the nodes' own thread waits behind its gate. */
class ConductorTest
{
    private static final String[] SETTINGS = {"stall.limit=1ms", "threading=shared"};

    @TempDir
    private Path directory;

    private final List<String> progress = new ArrayList<>();
    private long nowNanos = 5_000_000_000L;
    private long count;
    private RunningMolecule molecule;
    private ReactorControl control;
    private NodeThreads threads;
    private Conductor conductor;

    @AfterEach
    void close()
    {
        if (conductor != null)
        {
            conductor.close();
        }
        if (threads != null)
        {
            control.moveTo(ReactorState.STOPPED);
            threads.close();
        }
        if (molecule != null)
        {
            molecule.close();
        }
    }

    @Test
    void shouldCopyWhatTheNodesCountIntoTheFile()
    {
        start(counting(() -> count));
        control.moveTo(ReactorState.RUNNING);
        runNodesOnce();
        count = 42;
        assertThat(file()).containsEntry("M: instances admitted", 0L);

        conductor.step();

        assertThat(file()).containsEntry("M: instances admitted", 3L).containsEntry("M: state", 1L)
            .containsEntry("df: duty cycles", 1L).containsEntry("df: cpu", -1L)
            .containsEntry("stage 0 [a]: instances completed", 3L).containsEntry("a: things: count", 42L);
        assertThat(conductor.counters()).isEqualTo(file());
    }

    @Test
    void shouldShowHowFullTheRingIsAndThatItIsAliveItself()
    {
        start(counting(() -> count));
        conductor.step();
        assertThat(file()).containsEntry("M: slots", (long)molecule.plan().ring().capacity())
            .containsEntry("M: slots freed", 0L).containsEntry("M: slots published", 0L);
        control.moveTo(ReactorState.RUNNING);
        runNodesOnce();
        final long before = System.currentTimeMillis();

        conductor.step();

        assertThat(file()).containsEntry("M: slots freed", 3L).containsEntry("M: slots published", 3L);
        assertThat(file().get("M: last sign of life, ms since 1970")).isGreaterThanOrEqualTo(before);
    }

    @Test
    void shouldShowThePercentilesOfEachSecondAndCountAndSumOfTheRun()
    {
        final LatencyRecorder recorder = new LatencyRecorder();
        start(measuring(recorder));
        for (int nanos = 1; nanos <= 1_000; nanos++)
        {
            recorder.record(nanos);
        }
        step(999_999_999);
        assertThat(file()).containsEntry("way: durations", 0L);

        step(1);

        assertThat(file()).containsEntry("way: durations", 1_000L).containsEntry("way: sum, ns", 500_500L)
            .containsEntry("way: durations in the last second", 1_000L).containsEntry("way: P50, ns", 500L)
            .containsEntry("way: P90, ns", 900L).containsEntry("way: P99, ns", 990L)
            .containsEntry("way: P99.9, ns", 999L).containsEntry("way: max, ns", 1_000L);

        step(1_000_000_000);
        assertThat(file()).containsEntry("way: durations in the last second", 0L).containsEntry("way: P50, ns", 500L);

        recorder.record(7);
        step(1_000_000_000);
        assertThat(file()).containsEntry("way: durations in the last second", 1L).containsEntry("way: P50, ns", 7L)
            .containsEntry("way: max, ns", 7L).containsEntry("way: durations", 1_001L)
            .containsEntry("way: sum, ns", 500_507L);
    }

    @Test
    void shouldTakeNothingFromTheReportOfARunAndShowTheLastLatenciesToo()
    {
        final LatencyRecorder recorder = new LatencyRecorder();
        start(measuring(recorder));
        recorder.record(5);
        step(1_000_000_000);
        recorder.record(6);
        final Path path = conductor.countersFile();

        conductor.close();
        conductor = null;

        assertThat(new LatencySampler("report", recorder).series().histogram().getTotalCount()).isEqualTo(2);
        try (CountersFileReader reader = CountersFileReader.open(path))
        {
            assertThat(values(reader)).containsEntry("way: durations", 2L).containsEntry("way: max, ns", 6L);
        }
    }

    @Test
    void shouldRefuseTwoSeriesOfOneName()
    {
        final LatencyRecorder recorder = new LatencyRecorder();
        final Molecule twice = Molecule.named("M").kind(Kinds.FEED).packet(Scripted.packet("a", context ->
        {
            context.latency("way", recorder);
            context.latency("way", recorder);
            return () -> Scripted.CONTINUE;
        }).build()).build();

        assertThatThrownBy(() -> start(twice))
            .hasMessage("packet a shows the latency 'way', which another one shows already");
    }

    private static Molecule measuring(final LatencyRecorder recorder)
    {
        return Molecule.named("M").kind(Kinds.FEED).packet(Scripted.packet("a", context ->
        {
            context.latency("way", recorder);
            return () -> Scripted.CONTINUE;
        }).build()).build();
    }

    @Test
    void shouldRaiseAnAlarmForANodeThatStandsStill()
    {
        start(counting(() -> count));
        control.moveTo(ReactorState.RUNNING);
        runNodesOnce();
        step(600_000);
        step(600_000);
        step(600_000);
        step(600_000);

        assertThat(alarms()).hasSize(1).first().asString()
            .startsWith("ALARM: node df has not run a duty cycle for 1500 us (limit 1000 us): ");
        assertThat(file()).containsEntry("M: stalls", 1L).containsEntry("M: longest stall, ns", 1_500_000L);

        runNodesOnce();
        step(600_000);
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void shouldRaiseNoneWhereTheCallerStepsTheNodesWhenHeLikes()
    {
        prepare(counting(() -> count), TestContext.of(directory, counting(() -> count), new Script().at(1),
            "stall.limit=1ms", "threading=invoker").onProgress(progress::add));
        control.moveTo(ReactorState.RUNNING);
        runNodesOnce();
        stepOften();

        assertThat(alarms()).isEmpty();
        assertThat(file()).containsEntry("M: stalls", 0L);
    }

    @Test
    void shouldRaiseNoneBeforeTheGateOpensNorAfterTheNodesEnded()
    {
        start(counting(() -> count));
        stepOften();
        control.moveTo(ReactorState.RUNNING);
        runNodesOnce();
        control.moveTo(ReactorState.FAILED);
        stepOften();

        assertThat(alarms()).isEmpty();
        assertThat(file()).containsEntry("M: stalls", 0L).containsEntry("M: state", 4L);
    }

    @Test
    void shouldGoOnWhereAPacketsCountCannotBeRead()
    {
        start(counting(() ->
        {
            if (count == 7)
            {
                throw new IllegalStateException("torn");
            }
            return count;
        }));
        count = 6;
        conductor.step();
        count = 7;
        conductor.step();
        runNodesOnce();
        conductor.step();

        assertThat(file()).containsEntry("a: things: count", 6L).containsEntry("df: duty cycles", 1L);
        assertThat(conductor.counters()).containsEntry("a: things: count", 6L);
        assertThat(progress).filteredOn(line -> line.contains("cannot be read")).containsExactly(
            "the counter a: things: count cannot be read: java.lang.IllegalStateException: torn");
    }

    @Test
    void shouldGoOnWhereNobodyListens()
    {
        prepare(counting(() -> count), TestContext.of(directory, counting(() -> count), new Script().at(1), SETTINGS)
            .onProgress(line ->
            {
                progress.add(line);
                if (line.startsWith("ALARM"))
                {
                    throw new IllegalStateException("deaf");
                }
            }));
        control.moveTo(ReactorState.RUNNING);
        stepOften();

        assertThat(alarms()).hasSize(1);
        assertThat(file()).containsEntry("M: stalls", 1L);
    }

    @Test
    void shouldLeaveTheLastCountsBehind()
    {
        start(counting(() -> count));
        control.moveTo(ReactorState.RUNNING);
        runNodesOnce();
        count = 9;
        final Path path = conductor.countersFile();
        conductor.close();
        count = 10;

        assertThat(conductor.counters()).containsEntry("a: things: count", 9L).containsEntry("M: stalls", 0L);
        try (CountersFileReader reader = CountersFileReader.open(path))
        {
            assertThat(reader.isWriterAlive()).isFalse();
            assertThat(reader.closedTimeMillis()).isPresent();
            assertThat(values(reader)).isEqualTo(conductor.counters());
        }
        assertThat(progress).endsWith("molecule M stopped");
        conductor = null;
    }

    @Test
    void shouldCloseTheFileWhereItCannotStart()
    {
        final Molecule countless = Molecule.named("M").kind(Kinds.FEED).packet(Scripted.packet("a", context ->
        {
            for (int i = 0; i < CountersFile.CAPACITY; i++)
            {
                context.count("count" + i, () -> count);
            }
            return () -> Scripted.CONTINUE;
        }).build()).build();
        final ReactorContext context = TestContext.of(directory, countless, new Script());

        assertThatThrownBy(() -> prepare(countless, context)).isInstanceOf(IllegalStateException.class);

        CountersFile.create(context.settings().countersFile()).close();
    }

    private Molecule counting(final LongSupplier value)
    {
        return Molecule.named("M").kind(Kinds.FEED).packet(Scripted.packet("a", context ->
        {
            context.count("things", value);
            return () -> Scripted.CONTINUE;
        }).build()).build();
    }

    private void start(final Molecule counting)
    {
        prepare(counting, TestContext.of(directory, counting, new Script().at(1, 2, 3), SETTINGS)
            .onProgress(progress::add));
    }

    private void prepare(final Molecule counting, final ReactorContext context)
    {
        final PlannedCode code = PlannedCode.of(context);
        molecule = new RunningMolecule(counting, code.plan(), context, code.load(context), false);
        control = new ReactorControl(FailurePolicy.HALT, failure -> { }, code.locator(context));
        threads = new NodeThreads(code.plan(), context, molecule, control);
        threads.bind();
        conductor = new Conductor(
            code.plan(), context, molecule, control, threads, WarmUpReport.NONE, () -> nowNanos);
    }

    private void runNodesOnce()
    {
        threads.loops().get(0).step(control.state());
    }

    private void step(final long elapsedNanos)
    {
        nowNanos += elapsedNanos;
        conductor.step();
    }

    private void stepOften()
    {
        for (int i = 0; i < 20; i++)
        {
            step(600_000);
        }
    }

    private List<String> alarms()
    {
        return progress.stream().filter(line -> line.startsWith("ALARM")).toList();
    }

    private Map<String, Long> file()
    {
        try (CountersFileReader reader = CountersFileReader.open(conductor.countersFile()))
        {
            return values(reader);
        }
    }

    private static Map<String, Long> values(final CountersFileReader reader)
    {
        final Map<String, Long> values = new LinkedHashMap<>();
        reader.counters().forEach(counter -> values.put(counter.label(), counter.value()));
        return values;
    }
}

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
package io.packetflow.tuning.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.tuning.doctor.check.Examination;
import io.packetflow.tuning.doctor.check.Status;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.JvmFlags;
import io.packetflow.tuning.doctor.probe.Hop;
import io.packetflow.tuning.doctor.probe.ProbeResults;
import io.packetflow.tuning.doctor.report.Diagnosis;
import io.packetflow.tuning.doctor.report.Outcome;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was measured, and what a JVM says of itself, judged without measuring. */
class MeasuredHostTest
{
    private static final String HEAD = "      CPU0 CPU1 CPU2 CPU3\n";

    @TempDir
    private Path directory;

    private final Map<String, HostText> before = new HashMap<>();
    private final Map<String, HostText> after = new HashMap<>();

    @BeforeEach
    void writeHost() throws IOException
    {
        new SyntheticRoot().thread(77, "pf-df", 1, 2, "2").write(directory);
    }

    private static void put(final Map<String, HostText> texts, final String path, final String text)
    {
        texts.put(path, new HostText("/" + path, HostText.State.READ, text, ""));
    }

    private Diagnosis diagnosis(final long jitterNanos, final double hopNanos, final double clockNanos)
    {
        return diagnosis(jitterNanos, hopNanos, clockNanos, 50_000);
    }

    private Diagnosis diagnosis(
        final long jitterNanos, final double hopNanos, final double clockNanos, final long safepointNanos)
    {
        final Histogram stops = new Histogram(1L, LatencyRecorder.MAX_NANOS, LatencyRecorder.DIGITS);
        stops.recordValue(20_000);
        stops.recordValue(safepointNanos);
        final Histogram jitter = new Histogram(1L, LatencyRecorder.MAX_NANOS, LatencyRecorder.DIGITS);
        jitter.recordValue(20);
        jitter.recordValue(jitterNanos);
        final ProbeResults probes = new ProbeResults(2.0, before, after, Map.of(2, jitter),
            List.of(new Hop(2, 3, hopNanos)), OptionalDouble.of(clockNanos), Optional.of(stops), Optional.empty(),
            Map.of("V05", "no directory of a journal named; use --journal DIR"));
        final Examination bare =
            Doctor.examination(directory, "2-3", JvmFlags.unknown("a capture has no JVM to ask"), probes);
        return Doctor.examine(new Examination(bare.files(), bare.topology(), bare.placement(), OptionalLong.of(77),
            bare.journal(), bare.jvm(), bare.probes()));
    }

    @Test
    void shouldCountInterruptsOfPinnedCpusAlone()
    {
        put(before, "proc/interrupts", HEAD + "24: 5 5 5 5 PCI eth0\nLOC: 0 0 100 100 Local\nTLB: 0 0 0 0 TLB\n");
        put(after, "proc/interrupts", HEAD + "24: 9 9 5 7 PCI eth0\nLOC: 900 900 104 104 Local\nTLB: 8 8 0 0 TLB\n");
        put(before, "proc/softirqs", HEAD + "RCU: 1 1 1 1\n");
        put(after, "proc/softirqs", HEAD + "RCU: 90 1 1 11\n");

        final Diagnosis diagnosis = diagnosis(30, 50, 20);

        // 2 of row 24 in 2 s; 8 ticks on 2 CPUs in 2 s are the 2/s that are allowed.
        assertThat(Doctor.outcome(diagnosis, "K09").reason()).isEqualTo("on CPU 2-3: 24 (eth0) 1.0/s");
        assertThat(Doctor.outcome(diagnosis, "K09").status()).isEqualTo(Status.FAIL);
        assertThat(Doctor.outcome(diagnosis, "K10").reason()).isEqualTo("on CPU 2-3: RCU 5.0/s");
        assertThat(Doctor.outcome(diagnosis, "M16").status()).isEqualTo(Status.PASS);
    }

    @Test
    void shouldCountFaultsAndSwitchesOfHotThreads()
    {
        final String stat = "77 (pf-df) R 1 1 1 0 -1 0 %d 0 %d 0" + " 0".repeat(25) + " 2 0 0 0";
        final String status = "voluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t%d";
        put(before, "proc/77/task/77/stat", stat.formatted(10, 1));
        put(after, "proc/77/task/77/stat", stat.formatted(12, 1));
        put(before, "proc/77/task/77/status", status.formatted(0));
        put(after, "proc/77/task/77/status", status.formatted(309));

        final Diagnosis diagnosis = diagnosis(30, 50, 20);

        assertThat(Doctor.outcome(diagnosis, "M13").reason()).isEqualTo("2 page faults of 1 hot threads in 2.0 s");
        assertThat(Doctor.outcome(diagnosis, "J23").reason())
            .isEqualTo("309 context switches of 1 hot threads in 2.0 s");
        assertThat(Doctor.outcome(diagnosis, "J22").reason()).isEqualTo("CPU 3 has no pinned thread");
    }

    @ParameterizedTest
    @CsvSource({"50_000, PASS, longest 50.0 us", "150_000, WARN, longest 150.0 us"})
    void shouldJudgeTheTimeToASafepoint(final String nanos, final Status status, final String reason)
    {
        final Outcome outcome = Doctor.outcome(
            diagnosis(30, 50, 20, Long.parseLong(nanos.replace("_", ""))), "V04");

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.reason()).contains(reason);
    }

    @Test
    void shouldCountTheTimeOfCompilersThatCameMeanwhileToo()
    {
        put(before, "proc/77/task/80/schedstat", "5000000 1 1");
        put(after, "proc/77/task/80/schedstat", "6000000 1 1");
        final Outcome settled = Doctor.outcome(diagnosis(30, 50, 20), "J09");
        put(after, "proc/77/task/81/schedstat", "2000000 1 1");
        final Outcome busy = Doctor.outcome(diagnosis(30, 50, 20), "J09");

        assertThat(settled.status()).isEqualTo(Status.PASS);
        assertThat(settled.reason()).isEqualTo("its compilers ran for 1.0 ms in 2.0 s");
        assertThat(busy.status()).isEqualTo(Status.WARN);
        assertThat(busy.reason()).isEqualTo("its compilers ran for 3.0 ms in 2.0 s");
    }

    @Test
    void shouldNotTakeAProcessWithoutCompilersForASettledOne()
    {
        assertThat(Doctor.outcome(diagnosis(30, 50, 20), "J09").status()).isEqualTo(Status.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"19_000, 50, 20, PASS, PASS, PASS", "21_000, 90, 20, WARN, WARN, PASS",
        "110_000, 90, 140, FAIL, WARN, FAIL"})
    void shouldJudgeJitterHopsAndClock(final String jitterNanos, final double hopNanos, final double clockNanos,
        final Status jitter, final Status hop, final Status clock)
    {
        final Diagnosis diagnosis = diagnosis(Long.parseLong(jitterNanos.replace("_", "")), hopNanos, clockNanos);

        assertThat(Doctor.outcome(diagnosis, "V01").status()).isEqualTo(jitter);
        assertThat(Doctor.outcome(diagnosis, "V02").status()).isEqualTo(hop);
        assertThat(Doctor.outcome(diagnosis, "V03").status()).isEqualTo(clock);
        assertThat(Doctor.outcome(diagnosis, "V05").status()).isEqualTo(Status.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "J01 | UseG1GC | true | FAIL | UseG1GC was chosen by the JVM",
        "J03 | UsePerfData | true | WARN | UsePerfData true, PerfDisableSharedMem not in this JVM",
        "J04 | GuaranteedSafepointInterval | 1000 | WARN | GuaranteedSafepointInterval 1000",
        "J04 | UseG1GC | true | UNKNOWN | is not told without -XX:+UnlockDiagnosticVMOptions",
        "J05 | UseCountedLoopSafepoints | false | FAIL | UseCountedLoopSafepoints false",
        "J10 | ReservedCodeCacheSize | 268435456 | PASS | 268435456",
        "J13 | UseNUMA | true | INFO | UseNUMA true",
        "J25 | ExitOnOutOfMemoryError | true | PASS | ExitOnOutOfMemoryError true"})
    void shouldJudgeAFlag(
        final String id, final String flag, final String value, final Status status, final String reason)
    {
        final JvmFlags jvm = new JvmFlags(Map.of(flag, new JvmFlags.Flag(value, false)), List.of(), "17.0.1", "a test",
            Optional.empty());

        final Outcome outcome = Doctor.outcome(
            Doctor.examine(Doctor.examination(directory, "2-3", jvm, ProbeResults.none())), id);

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.reason()).contains(reason);
    }

    @Test
    void shouldJudgeArguments()
    {
        final JvmFlags jvm = new JvmFlags(Map.of(), List.of("-ea", "-agentlib:jdwp=x",
            "-Xlog:gc*,safepoint=info:file=/dev/shm/gc.log"), "21.0.2", "a test", Optional.empty());

        final Map<String, Status> statuses = Doctor.statuses(
            Doctor.examine(Doctor.examination(directory, "2-3", jvm, ProbeResults.none())));

        assertThat(statuses).containsEntry("J07", Status.PASS).containsEntry("J16", Status.WARN)
            .containsEntry("J17", Status.WARN).containsEntry("J18", Status.FAIL).containsEntry("J26", Status.PASS);
    }
}

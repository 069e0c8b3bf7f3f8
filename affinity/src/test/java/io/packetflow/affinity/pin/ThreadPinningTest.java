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
package io.packetflow.affinity.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

final class ThreadPinningTest
{
    private static final boolean LINUX = Files.exists(Path.of("/proc/thread-self/status"));

    /** Each test pins a thread of its own, so that none leaves a pinned runner behind. */
    private static <T> T onThread(final Callable<T> task) throws Exception
    {
        final FutureTask<T> future = new FutureTask<>(task);
        new Thread(future, "pinning-test").start();
        return future.get();
    }

    private static String allowedList() throws Exception
    {
        return Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
            .filter((line) -> line.startsWith("Cpus_allowed_list:")).findFirst().orElseThrow()
            .replaceFirst(".*\t", "");
    }

    @Test
    void shouldPinToEveryUsableCpuAndProveIt() throws Exception
    {
        assumeTrue(LINUX, "no /proc: pinning cannot be verified on this system");
        for (final int cpu : CpuTopology.live().usable())
        {
            final String seen = onThread(() ->
            {
                final PinOutcome outcome = ThreadPinning.pin(cpu);
                assertThat(outcome.isPinned()).as(outcome.toString()).isTrue();
                assertThat(outcome).hasToString("PINNED to CPU " + cpu + " (its mask is " + cpu +
                    " and it runs on CPU " + cpu + ")");
                return allowedList();
            });
            assertThat(seen).isEqualTo(String.valueOf(cpu));
        }
    }

    @Test
    void shouldGiveTheReasonWhereTheKernelRefuses() throws Exception
    {
        assumeTrue(LINUX, "no /proc: pinning cannot be verified on this system");
        final int missing = 1000;
        assumeTrue(CpuTopology.live().cpu(missing).isEmpty(), "a host with more than a thousand CPUs");
        final PinOutcome outcome = onThread(() ->
        {
            final PinOutcome refused = ThreadPinning.pin(missing);
            assertThat(allowedList()).isEqualTo(ThreadPinning.startMask().orElseThrow().toString());
            return refused;
        });

        assertThat(outcome.isPinned()).isFalse();
        assertThat(outcome.toString())
            .startsWith("UNPINNED, CPU 1000 was wanted: the kernel refused the CPUs 1000 (")
            .endsWith("errno 22 means that no such CPU is online and in the cpuset); the thread should yield, " +
                "not busy-spin");
    }

    @Test
    void shouldRunUnpinnedWherePinningCannotBeVerified()
    {
        assertThat(ThreadPinning.pin(0, "Mac OS X")).isEqualTo(
            new PinOutcome(false, 0, "Mac OS X has no pinning that can be verified"));
        assertThat(ThreadPinning.pin(0, "Windows 11").isPinned()).isFalse();
        assertThat(ThreadPinning.pin(-1).detail()).isEqualTo("a CPU number is from 0 to 65535");
    }

    @Test
    void shouldNotPassThePinnedMaskOnToHelperThreads() throws Exception
    {
        assumeTrue(LINUX, "no /proc: pinning cannot be verified on this system");
        final CpuSet mask = onThread(() ->
        {
            assertThat(ThreadPinning.pin(CpuTopology.live().usable().first()).isPinned()).isTrue();
            final FutureTask<CpuSet> task = new FutureTask<>(() -> ThreadPinning.currentMask().orElseThrow());
            final Thread helper = ThreadPinning.helperThread("helper", task);
            assertThat(helper.isDaemon()).isTrue();
            assertThat(helper.getName()).isEqualTo("helper");
            helper.start();
            return task.get();
        });

        assertThat(mask).isEqualTo(ThreadPinning.startMask().orElseThrow());
    }

    @Test
    void shouldKeepBusyHelpersOffTheCpusOfNodes() throws Exception
    {
        assumeTrue(LINUX, "no /proc: pinning cannot be verified on this system");
        final CpuSet all = ThreadPinning.startMask().orElseThrow();
        final CpuSet node = CpuSet.of(CpuTopology.live().usable().first());
        final CpuSet others = all.minus(node);

        assertThat(maskBeside(node)).isEqualTo(others.isEmpty() ? all : others);
        assertThat(maskBeside(CpuSet.EMPTY)).isEqualTo(all);
        assertThat(maskBeside(all)).as("nowhere else to go").isEqualTo(all);
    }

    private static CpuSet maskBeside(final CpuSet avoided) throws Exception
    {
        final FutureTask<CpuSet> task = new FutureTask<>(() -> ThreadPinning.currentMask().orElseThrow());
        ThreadPinning.helperThread("helper", avoided, task).start();
        return task.get();
    }

    @Test
    void shouldRunUnpinnedAndComeBack() throws Exception
    {
        assumeTrue(LINUX, "no /proc: pinning cannot be verified on this system");
        final int cpu = CpuTopology.live().usable().first();
        final CpuSet after = onThread(() ->
        {
            assertThat(ThreadPinning.pin(cpu).isPinned()).isTrue();
            ThreadPinning.runUnpinned(() ->
                assertThat(ThreadPinning.currentMask()).isEqualTo(ThreadPinning.startMask()));
            return ThreadPinning.currentMask().orElseThrow();
        });

        assertThat(after).isEqualTo(CpuSet.of(cpu));
    }

    @Test
    void shouldNameNoCpuWhereNoneWasWanted()
    {
        assertThat(new PinOutcome(false, -1, "the caller's thread runs all nodes"))
            .hasToString("UNPINNED: the caller's thread runs all nodes");
    }

    @Test
    void shouldReadTheCpuBehindAnAwkwardThreadName() throws Exception
    {
        final Path stat = Files.createTempFile("stat", "");
        final StringBuilder text = new StringBuilder("17 (a) b (c) S");
        for (int field = 4; field <= 52; field++)
        {
            text.append(' ').append(field);
        }
        Files.writeString(stat, text);

        assertThat(ThreadPlace.cpu(stat)).hasValue(39);
        Files.delete(stat);
        assertThat(ThreadPlace.cpu(stat)).isEmpty();
    }
}

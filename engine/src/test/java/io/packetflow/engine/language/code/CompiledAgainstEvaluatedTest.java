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
package io.packetflow.engine.language.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import com.sun.management.ThreadMXBean;

import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.eval.EvaluatedPackets;
import io.packetflow.engine.language.fixture.FunctionGenerator;
import io.packetflow.engine.language.fixture.PacketBench;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.packet.PacketHandler;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random functions: what the compiled packets do is what the evaluator does, and they allocate nothing. */
class CompiledAgainstEvaluatedTest
{
    private static final int PACKETS = 320;
    private static final int INSTANCES = 25;
    private static final int MEASURED_PACKETS = 60;
    private static final long SEED = 20_261_126;
    private static final int KIND = InstanceKind.FIRST_FREE_CODE;
    private static final long[] NUMBERS =
        {0, 1, 2, 3, 5, 11, -1, -7, 1_000, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};

    @TempDir
    private static Path directory;

    private static Map<String, LanguagePacket> compiled;
    private static Map<String, LanguagePacket> evaluated;

    @BeforeAll
    static void compileAllAtOnce()
    {
        final CheckedProgram program = Programs.check(new FunctionGenerator(SEED).program(PACKETS));
        assertThat(program.diagnostics()).as("seed " + SEED).isEmpty();
        final MolecularStructure structure = program.molecule("M").orElseThrow()
            .withComposition(program.packets().stream().map(CheckedPacket::constituent).toList());
        final Map<String, InstanceKind> kinds = new LinkedHashMap<>();
        program.declaredMolecule("M").orElseThrow().inputs().forEach(input -> kinds.put(input.name(), input.kind()));
        final LanguagePackets code = LanguagePackets.of(program, structure, kinds);
        assertThat(code.diagnostics()).as("seed " + SEED).isEmpty();
        compiled = code.packets(directory);
        evaluated = EvaluatedPackets.of(program, structure, kinds);
    }

    @Test
    void shouldComputeWhatTheEvaluatorComputes()
    {
        final Random random = new Random(SEED);
        int ends = 0;
        try (PacketBench one = new PacketBench(compiled); PacketBench other = new PacketBench(evaluated))
        {
            for (int instance = 0; instance < INSTANCES; instance++)
            {
                final long seed = random.nextLong();
                begin(one, seed);
                begin(other, seed);
                for (final String packet : compiled.keySet())
                {
                    final String expected = outcome(other, packet);
                    assertThat(outcome(one, packet)).as("packet %s, instance %d, seed %d", packet, instance, SEED)
                        .isEqualTo(expected);
                    ends += expected.startsWith("0") ? 1 : 0;
                }
            }
        }

        assertThat(ends).as("instances that went on").isGreaterThan(PACKETS * INSTANCES / 4);
    }

    private static void begin(final PacketBench bench, final long seed)
    {
        final Random random = new Random(seed);
        bench.begin(KIND);
        bench.input().putLong(0, NUMBERS[random.nextInt(NUMBERS.length)]);
        bench.input().putLong(8, random.nextBoolean() ? random.nextInt(50) - 10 : random.nextLong());
        bench.input().putLong(16, random.nextInt(2_000_000) - 500_000);
        bench.input().putInt(24, random.nextInt(1_000));
    }

    private static String outcome(final PacketBench bench, final String packet)
    {
        try
        {
            final int verdict = bench.fire(packet);
            return verdict + (verdict == PacketHandler.STOP ? "" : payload(bench, packet));
        }
        catch (final ArithmeticException | IllegalStateException e)
        {
            return "failed: " + e.getClass().getSimpleName();
        }
    }

    private static String payload(final PacketBench bench, final String packet)
    {
        return " " + bench.payload(packet).getLong(0) + " " + bench.payload(packet).getLong(8) + " " +
            bench.payload(packet).getLong(16);
    }

    @Test
    void shouldAllocateNothing()
    {
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM counts no allocations");
        try (PacketBench bench = new PacketBench(compiled))
        {
            final PacketHandler[] sound = compiled.keySet().stream().filter(packet -> isSound(bench, packet))
                .limit(MEASURED_PACKETS).map(bench::handler).toArray(PacketHandler[]::new);
            assertThat(sound).hasSize(MEASURED_PACKETS);
            fireAll(sound, 50);

            // What the JIT allocates when it gives code up does not count: a window without any is looked for.
            long least = Long.MAX_VALUE;
            for (int window = 0; window < 10 && least > 0; window++)
            {
                final long before = threads.getCurrentThreadAllocatedBytes();
                fireAll(sound, 200);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isZero();
        }
    }

    private static boolean isSound(final PacketBench bench, final String packet)
    {
        begin(bench, 7);
        return !outcome(bench, packet).startsWith("failed");
    }

    private static int fireAll(final PacketHandler[] handlers, final int times)
    {
        int stops = 0;
        for (int i = 0; i < times; i++)
        {
            for (final PacketHandler handler : handlers)
            {
                stops += handler.onInstance();
            }
        }
        return stops;
    }
}

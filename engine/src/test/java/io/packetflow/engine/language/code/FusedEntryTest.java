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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;

import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.fixture.PacketBench;
import io.packetflow.engine.language.fixture.Programs;
import io.packetflow.engine.molecule.InstanceKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets that read one another: given the views of what was written just before, they do what they do without. */
class FusedEntryTest
{
    private static final int PACKETS = 40;
    private static final int INSTANCES = 200;
    private static final long SEED = 20_261_126;

    @TempDir
    private static Path directory;

    @Test
    void shouldComputeTheSameWhereViewsAreHandedOver()
    {
        final Random random = new Random(SEED);
        final Map<String, LanguagePacket> packets = compile(program(random));
        int compared = 0;
        try (PacketBench bench = new PacketBench(packets))
        {
            for (int instance = 0; instance < INSTANCES; instance++)
            {
                begin(bench, random);
                final Set<String> wentOn = new HashSet<>();
                for (final String packet : packets.keySet())
                {
                    final String expected = outcome(bench, packet, () -> bench.fire(packet));
                    if (isReady(bench, packet, wentOn))
                    {
                        assertThat(outcome(bench, packet, () -> bench.fireFused(packet)))
                            .as("packet %s, instance %d, seed %d", packet, instance, SEED).isEqualTo(expected);
                        compared++;
                    }
                    if (expected.startsWith("0"))
                    {
                        wentOn.add(packet);
                    }
                }
            }
        }

        assertThat(compared).as("comparisons").isGreaterThan(PACKETS * INSTANCES / 4);
    }

    private static boolean isReady(final PacketBench bench, final String packet, final Set<String> wentOn)
    {
        final List<String> views = bench.handedOver(packet);
        return !views.isEmpty() && views.stream().allMatch(view -> view.equals(packet) || wentOn.contains(view));
    }

    private static void begin(final PacketBench bench, final Random random)
    {
        bench.begin(InstanceKind.FIRST_FREE_CODE);
        bench.input().putLong(0, random.nextInt(2_000) - 1_000);
    }

    private static String outcome(final PacketBench bench, final String packet, final IntSupplier firing)
    {
        try
        {
            return firing.getAsInt() + Arrays.toString(bench.payloadBytes(packet));
        }
        catch (final ArithmeticException | IllegalStateException e)
        {
            return "failed: " + e.getClass().getSimpleName();
        }
    }

    private static Map<String, LanguagePacket> compile(final String text)
    {
        final CheckedProgram program = Programs.check(text);
        assertThat(program.diagnostics()).as(text).isEmpty();
        final Map<String, InstanceKind> kinds = new LinkedHashMap<>();
        program.declaredMolecule("M").orElseThrow().inputs().forEach(input -> kinds.put(input.name(), input.kind()));
        final LanguagePackets code =
            LanguagePackets.of(program, program.molecule("M").orElseThrow(), kinds);
        assertThat(code.diagnostics()).as(text).isEmpty();
        return code.packets(directory);
    }

    /** Each packet reads two before it; some fire under a condition, some stop, all write fields of several widths. */
    private static String program(final Random random)
    {
        final StringBuilder text = new StringBuilder("""
            packet P0 { :df, :tr, payload: %{wide: :int64, narrow: :int16, name: {:bytes, 5}}, process: first(input) }
            def first(input) { %{wide: input.x, narrow: input.x % 1000, name: "zero"} }
            """);
        final StringBuilder bonds = new StringBuilder();
        final StringBuilder composition = new StringBuilder("P0");
        for (int i = 1; i < PACKETS; i++)
        {
            final int one = i - 1;
            final int other = random.nextInt(i);
            text.append(packet(i, one, other, random));
            composition.append(", P").append(i);
            bonds.append(i == 1 ? "" : ", ").append("{P").append(one).append(", P").append(i).append(", :ionic}");
        }
        return text + "molecule M { composition: [" + composition + "], inputs: %{number: %{x: :int64}}, bonds: [" +
            bonds + "] }";
    }

    private static String packet(final int index, final int one, final int other, final Random random)
    {
        final String condition = random.nextInt(3) == 0 ?
            "trigger: P%d.wide > %d, ".formatted(one, random.nextInt(200) - 150) : "";
        final String both = one == other ? "P" + one : "P%d, P%d".formatted(one, other);
        final String second = one == other ? "a" : "b";
        return """
            packet P%1$d {
              :df, :tr,
              payload: %%{wide: :int64, narrow: :int16, name: {:bytes, 5}}, %2$sprocess: f%1$d(%3$s)
            }
            def f%1$d(%4$s) when a.wide == %5$d { :stop }
            def f%1$d(%4$s) {
              %%{wide: a.wide * %6$d + %7$s.narrow, narrow: min(a.narrow + %8$d, 30000), name: %7$s.name}
            }
            """.formatted(index, condition, both, one == other ? "a" : "a, b", random.nextInt(50),
            random.nextInt(3) + 1, second, random.nextInt(90));
    }
}

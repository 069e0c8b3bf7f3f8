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
package io.packetflow.trading.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateException;
import io.packetflow.layout.state.StateImage;
import io.packetflow.trading.StateText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A trail and counters of surveillance that are restored into fresh ones go on as those that were saved. */
class ComplianceStateTest
{
    private static final int SYMBOLS = 4;
    private static final int STEPS = 1_000;
    private static final SurveillanceConfig CONFIG = new SurveillanceConfig(SYMBOLS, 2, 100, 30);

    private final Arena arena = new Arena(HugePages.OFF);
    private final StateImage image = new StateImage("desk", HugePages.OFF);

    @AfterEach
    void free()
    {
        image.close();
        arena.close();
    }

    @Test
    void shouldGoOnInARestoredTrail() throws IOException
    {
        for (int steps = 0; steps < 40; steps += 3)
        {
            final ComplianceTrail saved = new ComplianceTrail(arena, 16);
            final ComplianceTrail restored = new ComplianceTrail(arena, 16);
            record(saved, 0, steps);

            image.save(saved);
            image.restore(restored);

            assertThat(csv(restored)).as("records %d", steps).isEqualTo(csv(saved));
            record(saved, steps, 5);
            record(restored, steps, 5);
            assertThat(csv(restored)).isEqualTo(csv(saved));
            assertThat(StateText.of("trail", restored)).isEqualTo(StateText.of("trail", saved));
            assertThat(restored.published()).isEqualTo(steps + 5);
        }
    }

    @Test
    void shouldGoOnFromRestoredCounts()
    {
        for (long seed = 1; seed <= 20; seed++)
        {
            final Surveillance saved = new Surveillance(CONFIG, arena);
            final Surveillance restored = new Surveillance(CONFIG, arena);
            drive(saved, new SplittableRandom(seed), 0, 20_000_000);
            // The last second is a quiet one.
            saved.onOrder(0, 25_000_000_000L);

            image.save(saved);
            image.restore(restored);

            final long answers = drive(saved, new SplittableRandom(~seed), STEPS, 30_000_000);
            assertThat(drive(restored, new SplittableRandom(~seed), STEPS, 30_000_000)).as("seed %d", seed)
                .isEqualTo(answers);
            assertThat(StateText.of("counts", restored)).as("seed %d", seed)
                .isEqualTo(StateText.of("counts", saved));
            assertThat(saved.ratioBreaches()).isPositive();
            assertThat(saved.rateBreaches()).isPositive();
        }
    }

    @Test
    void shouldNameTheTrailThatHasAnotherSize()
    {
        image.save(new ComplianceTrail(arena, 16));

        assertThatThrownBy(() -> image.restore(new ComplianceTrail(arena, 17)))
            .isInstanceOf(StateException.class)
            .hasMessageStartingWith("saved state does not fit desk.records: expected slab of 2176 bytes, found 1152");
    }

    private static void record(final ComplianceTrail trail, final int first, final int records)
    {
        for (int i = first; i < first + records; i++)
        {
            trail.begin(i * 1_000L, i % SYMBOLS, 1, (byte)'B', i, 0, 1_000_000L + i, 100);
            trail.decide(i % 3, 1, ComplianceRecordLayout.PASSED);
        }
    }

    private static String csv(final ComplianceTrail trail) throws IOException
    {
        final StringBuilder csv = new StringBuilder();
        new ComplianceTrailReader(trail).printCsv(csv);
        return csv.toString();
    }

    private static long drive(
        final Surveillance surveillance, final SplittableRandom random, final int firstStep, final long stepNanos)
    {
        long answers = 0;
        for (int step = firstStep; step < firstStep + STEPS; step++)
        {
            final int locate = random.nextInt(SYMBOLS);
            answers = answers * 31 + surveillance.onOrder(locate, step * stepNanos);
            if (random.nextInt(5) == 0)
            {
                surveillance.onTrade(locate);
            }
        }
        return answers + surveillance.mostMessagesInSecond();
    }
}

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
package io.packetflow.ringbuffers.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random operations on a ring and on {@link RingModel} must agree after each step. */
class SlotRingPropertyTest
{
    private static final int SEEDS = 20;
    private static final int STEPS = 2_000;

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#all")
    void shouldAgreeWithTheModelAfterEachRandomStep(final SlotRingSpec spec)
    {
        for (long seed = 1; seed <= SEEDS; seed++)
        {
            try (Arena arena = new Arena(HugePages.OFF))
            {
                final RingModel model = new RingModel(spec, spec.create(arena), new SplittableRandom(seed));
                for (int step = 0; step < STEPS; step++)
                {
                    assertThat(model.step()).as("seed=" + seed + " step=" + step + " " + spec).isNull();
                }
                assertThat(model.claimed()).as("the run wrapped the ring: seed=" + seed)
                    .isGreaterThan(2L * spec.capacity());
            }
        }
    }
}

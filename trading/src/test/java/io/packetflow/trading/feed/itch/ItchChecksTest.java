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
package io.packetflow.trading.feed.itch;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItchChecksTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slab = arena.allocate(64, 64);
    private final ItchChecks checks = new ItchChecks();

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldAcceptAndCountWhatHasTheLengthOfItsType()
    {
        ItchEncoder.header(slab, 0, 'D', 1, 0, 5);

        assertThat(checks.accept(slab, 0, 19, 0)).isTrue();

        assertThat(checks.acceptedCount('D')).isEqualTo(1);
        assertThat(checks.lastTimestampNanos()).isEqualTo(5);
        assertThat(checks.firstWrongLengthPosition()).isEqualTo(ItchChecks.NONE);
    }

    @Test
    void shouldTurnAwayAWrongLengthAndKeepTheFirstPlace()
    {
        ItchEncoder.header(slab, 0, 'D', 1, 0, 5);

        assertThat(checks.accept(slab, 0, 20, 100)).isFalse();
        assertThat(checks.accept(slab, 0, 1, 200)).isFalse();

        assertThat(checks.wrongLengthCount('D')).isEqualTo(2);
        assertThat(checks.firstWrongLengthPosition()).isEqualTo(100);
        assertThat(checks.acceptedCount('D')).isZero();
    }

    @Test
    void shouldTurnAwayAnUnknownTypeAndKeepTheFirstPlace()
    {
        slab.putByte(0, (byte)0xFF);

        assertThat(checks.accept(slab, 0, 1, 7)).isFalse();
        assertThat(checks.accept(slab, 0, 44, 9)).isFalse();

        assertThat(checks.unknownCount(0xFF)).isEqualTo(2);
        assertThat(checks.firstUnknownPosition()).isEqualTo(7);
    }

    @Test
    void shouldCountTimeThatRunsBackwardsAndStillAccept()
    {
        ItchEncoder.header(slab, 0, 'D', 1, 0, 50);
        checks.accept(slab, 0, 19, 0);
        ItchEncoder.header(slab, 0, 'D', 1, 0, 49);

        assertThat(checks.accept(slab, 0, 19, 21)).isTrue();

        assertThat(checks.backwardsCount()).isEqualTo(1);
        assertThat(checks.firstBackwardsPosition()).isEqualTo(21);
    }
}

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
package io.packetflow.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KillSwitchTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final KillSwitch killSwitch = new KillSwitch(
        arena, arena.allocate(64, 64), 0, new KillSwitch.Places(8, 4, 3), new KillSwitch.Places(32, 2, 5));

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldStayEngagedUntilTheLastReasonIsTakenBack()
    {
        killSwitch.engageInstrument(4, KillReason.MANUAL);
        killSwitch.engageInstrument(4, KillReason.DEPENDENCY);
        killSwitch.releaseInstrument(4, KillReason.MANUAL);

        assertThat(KillReason.of(killSwitch.instrumentReasons(4))).containsExactly(KillReason.DEPENDENCY);
        killSwitch.releaseInstrument(4, KillReason.DEPENDENCY);
        assertThat(killSwitch.instrumentReasons(4)).isZero();
        assertThat(killSwitch.instrumentReasons(3)).isZero();
        assertThat(killSwitch.globalReasons()).isZero();
    }

    @Test
    void shouldTripOnceMoreBreachesThanTheLimitFallIntoOneWindow()
    {
        killSwitch.breachLimit(2, 100);

        assertThat(killSwitch.onBreach(1, 1_000)).isFalse();
        assertThat(killSwitch.onBreach(1, 1_099)).isFalse();
        assertThat(killSwitch.onBreach(1, 1_100)).as("a new window").isFalse();
        assertThat(killSwitch.breachCount(1)).isEqualTo(1);
        assertThat(killSwitch.onBreach(1, 1_101)).isFalse();
        assertThat(killSwitch.onBreach(1, 1_102)).isTrue();
        assertThat(killSwitch.accountReasons(1)).isEqualTo(KillReason.BREACHES.mask());
        assertThat(killSwitch.accountReasons(0)).isZero();

        killSwitch.releaseAccount(1, KillReason.BREACHES);
        assertThat(killSwitch.accountReasons(1)).isZero();
        assertThat(killSwitch.breachCount(1)).isZero();
    }

    @Test
    void shouldNeverTripWithoutALimit()
    {
        for (int i = 0; i < 1_000; i++)
        {
            assertThat(killSwitch.onBreach(0, i)).isFalse();
        }
        assertThat(killSwitch.accountReasons(0)).isZero();
    }

    @Test
    void shouldRefuseScopesThatDoNotExist()
    {
        assertThatThrownBy(() -> killSwitch.engageAccount(3, KillReason.MANUAL))
            .hasMessage("no such account: account=3 count=3");
        assertThatThrownBy(() -> killSwitch.engageInstrument(-1, KillReason.MANUAL))
            .hasMessage("no such instrument: instrument=-1 count=5");
        assertThatThrownBy(() -> killSwitch.breachLimit(-1, 0)).hasMessageContaining("maxBreaches=-1");
    }

    @Test
    void shouldHashByReasonsAndScopes()
    {
        final long nothing = killSwitch.stateHash();
        killSwitch.engageAccount(1, KillReason.MANUAL);
        final long account = killSwitch.stateHash();
        killSwitch.releaseAccount(1, KillReason.MANUAL);
        killSwitch.engageInstrument(1, KillReason.MANUAL);

        assertThat(nothing).isZero();
        assertThat(killSwitch.stateHash()).isNotEqualTo(account).isNotZero();
    }
}

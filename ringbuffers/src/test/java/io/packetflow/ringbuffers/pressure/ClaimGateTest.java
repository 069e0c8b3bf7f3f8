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
package io.packetflow.ringbuffers.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.ring.SlotConsumer;
import io.packetflow.ringbuffers.ring.SlotRing;
import io.packetflow.ringbuffers.ring.SlotRingSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimGateTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final SlotRing ring = SlotRingSpec.of("orders", 4, 64).create(arena);
    private final SlotConsumer consumer = ring.newConsumer("consumer");

    ClaimGateTest()
    {
        ring.gateOn(consumer);
    }

    @AfterEach
    void closeArena()
    {
        arena.close();
    }

    @Test
    void shouldPassOnTheSequencesOfTheRingAndCountSlots()
    {
        final ClaimGate gate = new ClaimGate(ring, BackPressure.SPIN);

        assertThat(gate.claim()).isEqualTo(0);
        assertThat(gate.claim(3)).isEqualTo(3);

        assertThat(gate.claimed()).isEqualTo(4);
        assertThat(gate.retried()).isZero();
    }

    @Test
    void shouldAskTheProducerToComeAgainAndLoseNothing()
    {
        final ClaimGate gate = new ClaimGate(ring, BackPressure.SPIN);
        ring.publish(0, gate.claim(4));

        assertThat(gate.claim()).isEqualTo(ClaimGate.FULL_COME_AGAIN);
        assertThat(gate.claim()).isEqualTo(ClaimGate.FULL_COME_AGAIN);
        consumer.complete(consumer.available());
        assertThat(gate.claim()).isEqualTo(4);

        assertCounts(gate, 5, 2, 0, 0);
    }

    @Test
    void shouldShedAndCountEverySlotOfABatch()
    {
        final ClaimGate gate = new ClaimGate(ring, BackPressure.SHED);
        gate.claim(4);

        assertThat(gate.claim()).isEqualTo(ClaimGate.SHED);
        assertThat(gate.claim(3)).isEqualTo(ClaimGate.SHED);

        assertCounts(gate, 4, 0, 4, 0);
    }

    @Test
    void shouldRejectAndCountEverySlotOfABatch()
    {
        final ClaimGate gate = new ClaimGate(ring, BackPressure.REJECT);
        gate.claim(4);

        assertThat(gate.claim(2)).isEqualTo(ClaimGate.REJECTED);
        assertThat(gate.claim()).isEqualTo(ClaimGate.REJECTED);

        assertCounts(gate, 4, 0, 0, 3);
    }

    @Test
    void shouldRetryABoundedNumberOfTimesInsideOneCall()
    {
        final ClaimGate spinning = new ClaimGate(ring, BackPressure.SPIN, 5);
        final ClaimGate shedding = new ClaimGate(ring, BackPressure.SHED, 5);
        spinning.claim(4);

        assertThat(spinning.claim()).isEqualTo(ClaimGate.FULL_COME_AGAIN);
        assertThat(shedding.claim(2)).isEqualTo(ClaimGate.SHED);

        assertCounts(spinning, 4, 6, 0, 0);
        assertCounts(shedding, 0, 5, 2, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, ClaimGate.RETRIES_MAX + 1})
    void shouldRefuseRetriesThatWouldBeAWait(final int retries)
    {
        assertThatThrownBy(() -> new ClaimGate(ring, BackPressure.SPIN, retries))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a gate retries 0 to 1000 times: retries=" + retries);
    }

    @Test
    void shouldTellItsAnswersFromSequences()
    {
        assertThat(List.of(ClaimGate.FULL_COME_AGAIN, ClaimGate.SHED, ClaimGate.REJECTED))
            .doesNotHaveDuplicates().allMatch(code -> code < 0);
        assertThat(ClaimGate.FULL_COME_AGAIN).isEqualTo(SlotRing.FULL);
    }

    @Test
    @Timeout(30)
    void shouldShowItsCountsToAnotherThreadWhileTheyGrow() throws InterruptedException
    {
        final ClaimGate gate = new ClaimGate(ring, BackPressure.SHED);
        final int calls = 50_000;
        final AtomicBoolean fell = new AtomicBoolean();
        final Thread observer = new Thread(() -> fell.set(fallsBeforeReaching(gate, calls)), "observer");
        observer.start();

        for (int call = 0; call < calls; call++)
        {
            gate.claim();
        }
        observer.join();

        assertThat(fell).as("a count never falls").isFalse();
        assertCounts(gate, 4, 0, calls - 4, 0);
    }

    private static boolean fallsBeforeReaching(final ClaimGate gate, final long calls)
    {
        long seen = 0;
        while (seen < calls)
        {
            final long now = gate.claimed() + gate.shed();
            if (now < seen)
            {
                return true;
            }
            seen = now;
        }
        return false;
    }

    private static void assertCounts(
        final ClaimGate gate, final long claimed, final long retried, final long shed, final long rejected)
    {
        assertThat(new long[] {gate.claimed(), gate.retried(), gate.shed(), gate.rejected()})
            .containsExactly(claimed, retried, shed, rejected);
    }
}

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

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.pressure.BackPressure;
import io.packetflow.ringbuffers.pressure.ClaimGate;
import io.packetflow.ringbuffers.waiting.BackOff;
import io.packetflow.ringbuffers.waiting.WaitStrategy;
import io.packetflow.ringbuffers.waiting.Waiter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotRingAllocationTest
{
    private static final int LAPS = 25_000;

    private final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldAllocateNothingOverAHundredThousandClaims(final SlotRingSpec spec)
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final SlotRing ring = spec.create(arena);
            final SlotConsumer consumer = ring.newConsumer("consumer");
            ring.gateOn(consumer);
            final ClaimGate gate = new ClaimGate(ring, BackPressure.SHED, 1);
            final Waiter waiter = WaitStrategy.BACK_OFF.newWaiter(new BackOff(1, 1, 1));
            allocatedBytesOf(gate, consumer, waiter);

            final long allocatedBytes = allocatedBytesOf(gate, consumer, waiter);

            assertThat(gate.claimed()).isEqualTo(2L * 5 * LAPS);
            assertThat(gate.shed()).isEqualTo(2L * 5 * LAPS);
            assertThat(allocatedBytes).isZero();
        }
    }

    private long allocatedBytesOf(final ClaimGate gate, final SlotConsumer consumer, final Waiter waiter)
    {
        final long before = threads.getCurrentThreadAllocatedBytes();
        turnLaps(gate, consumer, waiter);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void turnLaps(final ClaimGate gate, final SlotConsumer consumer, final Waiter waiter)
    {
        final SlotRing ring = gate.ring();
        for (int lap = 0; lap < LAPS; lap++)
        {
            ring.publish(gate.claim());
            final long high = gate.claim(4);
            ring.publish(high - 3, high);
            gate.claim(5);
            ring.published();
            final long available = consumer.available();
            waiter.idle((int)(available - consumer.next() + 1));
            consumer.complete(available);
        }
        for (int turn = 0; turn < 4; turn++)
        {
            waiter.idle(0);
        }
    }
}

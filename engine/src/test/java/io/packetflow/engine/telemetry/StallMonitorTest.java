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
package io.packetflow.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.junit.jupiter.api.Test;

class StallMonitorTest
{
    private static final long LIMIT_NANOS = 1_000_000L;

    private final List<String> events = new ArrayList<>();
    private final AtomicCounter stalls = new AtomicCounter(new UnsafeBuffer(new byte[128]), 0);
    private final AtomicCounter longest = new AtomicCounter(new UnsafeBuffer(new byte[128]), 0);
    private long nowNanos = 5_000_000_000L;
    private long beat;
    private final StallMonitor monitor =
        new StallMonitor(LIMIT_NANOS, () -> nowNanos, new Listener(), stalls, longest);

    @Test
    void shouldStaySilentWhileANodeBeats()
    {
        monitor.watch("df-0", () -> beat);

        for (int i = 0; i < 100; i++)
        {
            beat++;
            assertThat(step(400_000)).isZero();
        }

        assertThat(events).isEmpty();
        assertThat(stalls.get()).isZero();
    }

    @Test
    void shouldRaiseOneAlarmForEachStallAndTellOfRecovery()
    {
        monitor.watch("df-0", () -> beat);

        assertThat(step(400_000)).isZero();
        assertThat(step(400_000)).isZero();
        assertThat(step(400_000)).isEqualTo(1);
        assertThat(step(400_000)).isEqualTo(1);
        beat++;
        assertThat(step(400_000)).isZero();
        assertThat(step(500_000) + step(500_000) + step(500_000)).isEqualTo(1);

        assertThat(events).containsExactly("stall df-0 1200000", "recovery df-0 1600000", "stall df-0 1500000");
        assertThat(stalls.get()).isEqualTo(2);
        assertThat(longest.get()).isEqualTo(1_600_000);
    }

    @Test
    void shouldNotBlameANodeForAPauseOfTheWholeProcess()
    {
        monitor.watch("df-0", () -> beat);
        step(100_000);

        assertThat(step(60_000_000_000L)).isZero();
        beat++;
        assertThat(step(100_000)).isZero();

        assertThat(events).isEmpty();
    }

    @Test
    void shouldStillNoticeAStallWhenItIsSteppedTooSlowly()
    {
        monitor.watch("df-0", () -> beat);

        assertThat(step(LIMIT_NANOS * 10) + step(LIMIT_NANOS * 10) + step(LIMIT_NANOS * 10)).isEqualTo(1);
    }

    @Test
    void shouldForgetANodeThatIsStopped()
    {
        monitor.watch("df-0", () -> beat);
        monitor.watch("cf-0", () -> nowNanos);
        monitor.forget("df-0");

        assertThat(step(900_000) + step(900_000) + step(900_000) + step(900_000)).isZero();
    }

    @Test
    void shouldNameCauseAndRemedyInTheAlarm()
    {
        assertThat(new StallAlarm("df-0", 1_200_000, 1_000_000).message())
            .startsWith("node df-0 has not run a duty cycle for 1200 us (limit 1000 us): a handler does not return")
            .contains("jstack", "packetflow plan", "packetflow.stall.limit");
    }

    @Test
    void shouldRefuseALimitOfNothing()
    {
        assertThatThrownBy(() -> new StallMonitor(0, () -> 0, new Listener(), stalls, longest))
            .hasMessage("limitNanos > 0 must hold: limitNanos=0");
    }

    private int step(final long elapsedNanos)
    {
        nowNanos += elapsedNanos;
        return monitor.step();
    }

    private final class Listener implements StallListener
    {
        @Override
        public void onStall(final StallAlarm alarm)
        {
            events.add("stall " + alarm.nodeName() + " " + alarm.stalledNanos());
        }

        @Override
        public void onRecovery(final String nodeName, final long stalledNanos)
        {
            events.add("recovery " + nodeName + " " + stalledNanos);
        }
    }
}

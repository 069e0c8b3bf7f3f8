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
package io.packetflow.ringbuffers.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaiterTest
{
    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    void shouldReturnFromEachEmptyTurn(final WaitStrategy strategy)
    {
        final Waiter waiter = strategy.newWaiter(new BackOff(2, 2, 1));

        for (int turn = 0; turn < 10; turn++)
        {
            waiter.idle(0);
        }

        assertThat(waiter.strategy()).isEqualTo(strategy);
        assertThat(waiter.emptyTurns).isEqualTo(strategy == WaitStrategy.BACK_OFF ? 4 : 0);
    }

    @Test
    void shouldStartAgainWithSpinningAfterWork()
    {
        final Waiter waiter = WaitStrategy.BACK_OFF.newWaiter(new BackOff(5, 5, 1));
        waiter.idle(0);
        waiter.idle(-1);
        assertThat(waiter.emptyTurns).isEqualTo(2);

        waiter.idle(1);
        assertThat(waiter.emptyTurns).isZero();
        waiter.idle(0);
        waiter.reset();

        assertThat(waiter.emptyTurns).isZero();
    }

    @Test
    @Timeout(30)
    void shouldParkOnlyAfterItsSpinsAndYields() throws InterruptedException
    {
        final Waiter waiter = WaitStrategy.BACK_OFF.newWaiter(new BackOff(3, 2, BackOff.PARK_NANOS_MAX));
        final AtomicBoolean running = new AtomicBoolean(true);
        final Thread resting = new Thread(() ->
        {
            while (running.get())
            {
                waiter.idle(0);
            }
        }, "resting");
        resting.start();

        while (resting.getState() != Thread.State.TIMED_WAITING)
        {
            Thread.onSpinWait();
        }
        running.set(false);
        LockSupport.unpark(resting);
        resting.join();

        assertThat(waiter.emptyTurns).isEqualTo(5);
    }

    @Test
    void shouldRefuseABackOffThatMakesNoSense()
    {
        assertThatThrownBy(() -> new BackOff(-1, 0, 1)).hasMessage("a back-off spins 0 times or more: spins=-1");
        assertThatThrownBy(() -> new BackOff(0, -1, 1)).hasMessage("a back-off yields 0 times or more: yields=-1");
        assertThatThrownBy(() -> new BackOff(0, 0, 0))
            .hasMessage("a back-off parks 1 to 1000000000 nanoseconds: parkNanos=0");
        assertThatThrownBy(() -> new BackOff(0, 0, 1_000_000_001L))
            .hasMessage("a back-off parks 1 to 1000000000 nanoseconds: parkNanos=1000000001");
        assertThatThrownBy(() -> WaitStrategy.BACK_OFF.newWaiter(null))
            .hasMessage("a waiter needs to know how to back off: backOff=null");
    }
}

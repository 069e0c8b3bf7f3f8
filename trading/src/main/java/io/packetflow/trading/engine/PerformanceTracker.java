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
package io.packetflow.trading.engine;

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.ReleaseObserver;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. ED:tm: records what an order took, from the first byte of the feed message seen to the last byte of the
 * order written, after both. Only orders that a feed message caused are tick-to-trade. The timer closes intervals.
 */
public final class PerformanceTracker implements ReleaseObserver, Stateful
{
    /** Name of the packet. */
    public static final String NAME = "PerformanceTracker";

    private static final int TIMER = InstanceKind.TIMER.code();

    private final InstanceHeader header;
    private final OrderArea orders;
    private final TickToTrade latency;
    private long timerCount;

    /**
     * Makes the handler.
     *
     * @param context of one running molecule
     */
    public PerformanceTracker(final PacketContext context)
    {
        this.header = context.header();
        this.orders = context.area(OrderRouter.NAME, OrderArea.class);
        this.latency = context.resource(TradingEngine.LATENCY, TickToTrade.class);
        context.count("seconds of logical time", () -> timerCount);
        context.latency("tick to trade", latency.service());
        context.latency("tick to trade from the planned time", latency.response());
    }

    @Override
    public int onInstance()
    {
        if (header.kind() == TIMER)
        {
            timerCount++;
        }
        return CONTINUE;
    }

    /** Cold. The seconds counted; latencies are measurements, not state. */
    @Override
    public void exchange(final StateExchange state)
    {
        timerCount = state.int64("timerCount", timerCount);
    }

    /** After the order itself: where it had to wait for the journal, that is part of what it took. */
    @Override
    public void onRelease()
    {
        if (header.kind() == TradingKinds.FEED_CODE && orders.egressNanos() != 0)
        {
            latency.record(header.ingressNanos(), header.plannedNanos(), orders.egressNanos());
        }
    }
}

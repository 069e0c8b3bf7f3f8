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

import io.packetflow.engine.telemetry.FirstOrdersRecorder;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.layout.state.Stateless;

/**
 * Hot path. Tick-to-trade, in nanoseconds: service time from the first byte seen, and response time from the moment at
 * which the load generator meant to send, where it did (coordinated omission corrected). The first thousand orders
 * after the gate opened are kept apart. Single writer: PerformanceTracker's node; readers on any thread.
 */
public final class TickToTrade implements Stateless
{
    private final LatencyRecorder service = new LatencyRecorder();
    private final LatencyRecorder response = new LatencyRecorder();
    private final FirstOrdersRecorder first = new FirstOrdersRecorder(FirstOrdersRecorder.DEFAULT_LIMIT, service);

    void record(final long ingressNanos, final long plannedNanos, final long egressNanos)
    {
        first.record(egressNanos - ingressNanos);
        if (plannedNanos != 0)
        {
            response.record(egressNanos - plannedNanos);
        }
    }

    /** Returns the service times after the first thousand orders. */
    public LatencyRecorder service()
    {
        return service;
    }

    /** Returns the response times of all orders; empty in a closed loop. */
    public LatencyRecorder response()
    {
        return response;
    }

    /** Returns the service times of the first thousand orders. */
    public FirstOrdersRecorder first()
    {
        return first;
    }
}

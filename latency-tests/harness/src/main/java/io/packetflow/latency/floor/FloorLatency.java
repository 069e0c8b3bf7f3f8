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
package io.packetflow.latency.floor;

import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.engine.telemetry.LatencySeries;

/** Hot path. The floor's durations: from the first byte seen, and from the planned send time. Single writer. */
public final class FloorLatency
{
    private final LatencyRecorder service = new LatencyRecorder();
    private final LatencyRecorder response = new LatencyRecorder();

    /**
     * Records a message that caused an order.
     *
     * @param ingressNanos when its first byte was seen
     * @param plannedNanos when it was meant to be sent, 0 in a closed loop
     * @param egressNanos when the last byte of its last order was written
     */
    public void record(final long ingressNanos, final long plannedNanos, final long egressNanos)
    {
        service.record(egressNanos - ingressNanos);
        if (plannedNanos != 0)
        {
            response.record(egressNanos - plannedNanos);
        }
    }

    /**
     * Returns the durations from the first byte seen.
     *
     * @param name of the series
     * @return a copy; once
     */
    public LatencySeries service(final String name)
    {
        return new LatencySampler(name, service).series();
    }

    /**
     * Returns the durations from the planned send times; empty in a closed loop.
     *
     * @param name of the series
     * @return a copy; once
     */
    public LatencySeries response(final String name)
    {
        return new LatencySampler(name, response).series();
    }
}

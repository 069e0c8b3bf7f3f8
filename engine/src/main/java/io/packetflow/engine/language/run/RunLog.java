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
package io.packetflow.engine.language.run;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.Stateless;

/**
 * Hot path. What a run is told of: how long instances took, and what one packet wrote. Single writer: the probe's node;
 * read when the molecule has ended.
 */
public final class RunLog implements Stateless
{
    /** Name of the resource. */
    public static final String NAME = "run_log";

    private final LatencyRecorder service = new LatencyRecorder();
    private final LatencyRecorder response = new LatencyRecorder();
    private final long[] sequences;
    private final byte[] payloads;
    private final int payloadBytes;
    private long completed;
    private int kept;

    /**
     * Makes a log.
     *
     * @param capacity payloads that are kept, the first ones
     * @param payloadBytes of one
     */
    RunLog(final int capacity, final int payloadBytes)
    {
        this.sequences = new long[capacity];
        this.payloads = new byte[capacity * payloadBytes];
        this.payloadBytes = payloadBytes;
    }

    void complete()
    {
        completed++;
    }

    void keep(final long sequence, final Slab slots, final long offset)
    {
        if (kept < sequences.length)
        {
            sequences[kept] = sequence;
            slots.getBytes(offset, payloads, kept * payloadBytes, payloadBytes);
            kept++;
        }
    }

    void record(final InstanceHeader header)
    {
        final long ingressNanos = header.ingressNanos();
        if (ingressNanos != 0)
        {
            final long nowNanos = System.nanoTime();
            service.record(nowNanos - ingressNanos);
            final long plannedNanos = header.plannedNanos();
            if (plannedNanos != 0)
            {
                response.record(nowNanos - plannedNanos);
            }
        }
    }

    /** Returns how many instances came to the end; a STOP keeps one from it. */
    public long completed()
    {
        return completed;
    }

    /** Returns durations from the source to the end. */
    public LatencyRecorder service()
    {
        return service;
    }

    /** Returns durations from the planned time to the end; none where nothing was planned. */
    public LatencyRecorder response()
    {
        return response;
    }

    /** Returns how many payloads are kept. */
    int kept()
    {
        return kept;
    }

    long sequence(final int index)
    {
        return sequences[index];
    }

    byte[] payloads()
    {
        return payloads;
    }

    int payloadBytes()
    {
        return payloadBytes;
    }
}

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
package io.packetflow.engine.measured;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.packet.ReleasingHandler;

/**
 * Hot path, of measurements only. How long a packet worked, and how often it fired together with those to which a bond
 * joins it. One thread uses all stop-watches of a run.
 */
final class StopWatch
{
    private final List<StopWatch> partners = new ArrayList<>();
    private long[] counts = new long[0];
    private InstanceHeader header;
    private long nanos;
    private long firings;
    private long lastSequence;

    /** Counts firings on the same instance as another packet that comes before this one. */
    void watch(final StopWatch partner)
    {
        partners.add(partner);
        counts = new long[partners.size()];
    }

    void bind(final InstanceHeader value)
    {
        header = value;
    }

    /** Lets a handler process the instance. */
    int fire(final PacketHandler target)
    {
        final long startNanos = System.nanoTime();
        final int answer = target.onInstance();
        nanos += System.nanoTime() - startNanos;
        firings++;
        lastSequence = header.sequence();
        for (int i = 0; i < counts.length; i++)
        {
            counts[i] += partners.get(i).lastSequence == lastSequence ? 1 : 0;
        }
        return answer;
    }

    /** Lets a handler release the instance. */
    void release(final ReleasingHandler target)
    {
        final long startNanos = System.nanoTime();
        target.onRelease();
        nanos += System.nanoTime() - startNanos;
    }

    /** Mean time of a firing, the release included. */
    double meanNanos()
    {
        return firings == 0 ? 0 : (double)nanos / firings;
    }

    long firings()
    {
        return firings;
    }

    long together(final StopWatch partner)
    {
        final int index = partners.indexOf(partner);
        return index < 0 ? 0 : counts[index];
    }
}

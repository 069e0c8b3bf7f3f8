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
package io.packetflow.engine.optimizer;

import java.util.Arrays;
import java.util.BitSet;

import io.packetflow.engine.cost.HostCosts;

/**
 * Cold path. {@link io.packetflow.engine.analysis.performance.Schedule} and {@link
 * io.packetflow.engine.analysis.performance.Throughput} on numbers, for placements that are only tried: one instance
 * that comes alone, each node running the stage that is ready first. A test compares the two.
 */
final class StageSchedule
{
    private static final int PUBLICATION = -1;
    private static final int SEQUENCING = 0;

    private final UnitGraph units;
    private final HostCosts host;
    private final StageDrafts drafts;
    private final int[][] packets;
    private final double[] startNanos;
    private final double[] endNanos;
    private final double[] arrivalNanos;
    private final int[] waitedFor;
    private final int[] lastOn;

    /**
     * @param units of a structure
     * @param drafts its stages
     * @param nodes how many nodes there may be
     * @param host costs of the engine's own steps
     */
    StageSchedule(final UnitGraph units, final StageDrafts drafts, final int nodes, final HostCosts host)
    {
        this.units = units;
        this.host = host;
        this.drafts = drafts;
        this.packets = drafts.packets();
        this.startNanos = new double[drafts.count()];
        this.endNanos = new double[drafts.count()];
        this.arrivalNanos = new double[drafts.count()];
        this.waitedFor = new int[drafts.count()];
        this.lastOn = new int[nodes];
        Arrays.fill(lastOn, PUBLICATION);
        run();
    }

    private void run()
    {
        final int[] order = drafts.order();
        final int[] waiting = new int[drafts.count()];
        final BitSet ready = new BitSet();
        for (int at = 0; at < order.length; at++)
        {
            final int stage = order[at];
            for (int other = drafts.nextUpstream(stage, 0); other >= 0; other = drafts.nextUpstream(stage, other + 1))
            {
                waiting[stage]++;
            }
            if (waiting[stage] == 0)
            {
                arrive(stage);
                ready.set(at);
            }
        }
        while (!ready.isEmpty())
        {
            final int next = first(ready);
            ready.clear(next);
            begin(order[next]);
            for (int at = next + 1; at < order.length; at++)
            {
                if (drafts.waitsFor(order[at], order[next]) && --waiting[order[at]] == 0)
                {
                    arrive(order[at]);
                    ready.set(at);
                }
            }
        }
    }

    /** Of those that are ready the one that may begin first; the earlier of several. */
    private int first(final BitSet ready)
    {
        int first = PUBLICATION;
        double least = 0;
        for (int at = ready.nextSetBit(0); at >= 0; at = ready.nextSetBit(at + 1))
        {
            final double start = start(drafts.order()[at]);
            if (first == PUBLICATION || start < least)
            {
                first = at;
                least = start;
            }
        }
        return first;
    }

    /** When its barrier opens, and who opens it last. */
    private void arrive(final int stage)
    {
        final int node = drafts.node(stage);
        final int last = drafts.nextUpstream(stage, 0);
        waitedFor[stage] = last;
        arrivalNanos[stage] = host.ingressNanos() +
            (last == PUBLICATION && node != SEQUENCING ? host.hopNanos() : 0);
        for (int other = last; other >= 0; other = drafts.nextUpstream(stage, other + 1))
        {
            final double arrival =
                endNanos[other] + (drafts.node(other) == node ? host.stageNanos() : host.hopNanos());
            if (other == last || arrival > arrivalNanos[stage])
            {
                waitedFor[stage] = other;
                arrivalNanos[stage] = arrival;
            }
        }
    }

    private double start(final int stage)
    {
        final int before = lastOn[drafts.node(stage)];
        return before == PUBLICATION ? arrivalNanos[stage] :
            Math.max(arrivalNanos[stage], endNanos[before] + host.stageNanos());
    }

    private void begin(final int stage)
    {
        startNanos[stage] = start(stage);
        if (startNanos[stage] > arrivalNanos[stage])
        {
            waitedFor[stage] = lastOn[drafts.node(stage)];
        }
        endNanos[stage] = startNanos[stage] + workNanos(stage, packets[stage].length);
        lastOn[drafts.node(stage)] = stage;
    }

    private double workNanos(final int stage, final int count)
    {
        double nanos = host.callNanos() * (count - 1);
        for (int i = 0; i < count; i++)
        {
            nanos += units.baseNanos(packets[stage][i]);
        }
        return nanos;
    }

    /**
     * Returns the stage that decides when the last of some packets has completed, or -1 if there is none.
     *
     * @param ends packets
     */
    int lastStage(final BitSet ends)
    {
        int last = PUBLICATION;
        double latest = 0;
        for (final int stage : drafts.order())
        {
            final int count = upToLast(stage, ends);
            if (count > 0 && startNanos[stage] + workNanos(stage, count) > latest)
            {
                last = stage;
                latest = startNanos[stage] + workNanos(stage, count);
            }
        }
        return last;
    }

    /** When the last of some packets has completed. */
    double latencyNanos(final BitSet ends)
    {
        final int last = lastStage(ends);
        return last == PUBLICATION ? host.ingressNanos() :
            startNanos[last] + workNanos(last, upToLast(last, ends));
    }

    private int upToLast(final int stage, final BitSet ends)
    {
        int count = packets[stage].length;
        while (count > 0 && !ends.get(packets[stage][count - 1]))
        {
            count--;
        }
        return count;
    }

    /** Returns the stages that decide when some packets have completed. */
    BitSet chain(final BitSet ends)
    {
        final BitSet chain = new BitSet();
        int stage = lastStage(ends);
        while (stage != PUBLICATION)
        {
            chain.set(stage);
            stage = waitedFor[stage];
        }
        return chain;
    }

    /** Returns what one instance asks of each node, packets counted as often as they fire. */
    double[] loadNanos()
    {
        final double[] loads = new double[lastOn.length];
        loads[SEQUENCING] = host.ingressNanos();
        for (int stage = 0; stage < packets.length; stage++)
        {
            double nanos = host.stageNanos() + host.callNanos() * (packets[stage].length - 1);
            for (final int packet : packets[stage])
            {
                nanos += units.expectedNanos(packet);
            }
            loads[drafts.node(stage)] += nanos;
        }
        return loads;
    }

    StageDrafts drafts()
    {
        return drafts;
    }

    /** Packets of a stage in the order in which they run. */
    int[] packets(final int stage)
    {
        return packets[stage];
    }
}

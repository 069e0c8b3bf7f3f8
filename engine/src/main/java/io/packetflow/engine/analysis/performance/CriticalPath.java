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
package io.packetflow.engine.analysis.performance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.packetflow.engine.cost.CostModel;

/**
 * Cold path. The working of a latency: what lies one after the other between the arrival of an instance and the end of
 * a packet. The parts add up to the total.
 *
 * @param parts in their order
 */
public record CriticalPath(List<Part> parts)
{
    /** What a part is. */
    public enum Kind
    {
        /** Sequencing and publication. */
        INGRESS,
        /** A packet at work. */
        WORK,
        /** From one packet to the next of the same stage. */
        CALL,
        /** From stage to stage, on one node or between nodes. */
        STEP
    }

    /**
     * A part.
     *
     * @param kind what it is
     * @param what the packet, or the packets between which it lies
     * @param nanos that it takes
     */
    public record Part(Kind kind, String what, double nanos)
    {
    }

    /** Copies the list. */
    public CriticalPath
    {
        parts = List.copyOf(parts);
    }

    /**
     * Reads the path to the last of some packets off a schedule.
     *
     * @param schedule of a deployment
     * @param ends names of packets; the path leads to the one that completes last
     * @param costs that the schedule was made with
     * @return the path; the ingress alone if none of the packets is deployed
     */
    public static CriticalPath to(final Collection<String> ends, final Schedule schedule, final CostModel costs)
    {
        final List<Part> parts = new ArrayList<>();
        parts.add(new Part(Kind.INGRESS, "ingress", schedule.ingressNanos()));
        final List<Integer> chain = chain(ends, schedule, costs);
        String previous = "publication";
        for (final int index : chain)
        {
            final StageBudget stage = schedule.stages().get(index);
            if (stage.stepNanos() > 0)
            {
                parts.add(new Part(Kind.STEP, previous + " > " + stage.packets().get(0), stage.stepNanos()));
            }
            final boolean isLast = index == chain.get(chain.size() - 1);
            addPackets(stage, isLast ? upToLast(stage.packets(), ends) : stage.packets().size(), costs, parts);
            previous = stage.packets().get(stage.packets().size() - 1);
        }
        return new CriticalPath(parts);
    }

    private static List<Integer> chain(
        final Collection<String> ends, final Schedule schedule, final CostModel costs)
    {
        int last = StageBudget.PUBLICATION;
        double latest = 0;
        for (final StageBudget stage : schedule.stages())
        {
            final int count = upToLast(stage.packets(), ends);
            final double completed = stage.startNanos() + costs.host().callNanos() * (count - 1) +
                stage.packets().stream().limit(count).mapToDouble(name -> costs.packet(name).baseNanos()).sum();
            if (count > 0 && completed > latest)
            {
                last = stage.stage();
                latest = completed;
            }
        }
        return schedule.chainTo(last);
    }

    /** A packet in the middle of a stage has completed before the stage has. */
    private static int upToLast(final List<String> packets, final Collection<String> ends)
    {
        int count = packets.size();
        while (count > 0 && !ends.contains(packets.get(count - 1)))
        {
            count--;
        }
        return count;
    }

    private static void addPackets(
        final StageBudget stage, final int count, final CostModel costs, final List<Part> parts)
    {
        for (int i = 0; i < count; i++)
        {
            final String packet = stage.packets().get(i);
            if (i > 0 && costs.host().callNanos() > 0)
            {
                parts.add(new Part(
                    Kind.CALL, stage.packets().get(i - 1) + " > " + packet, costs.host().callNanos()));
            }
            parts.add(new Part(Kind.WORK, packet, costs.packet(packet).baseNanos()));
        }
    }

    /** Returns the sum of its parts. */
    public double totalNanos()
    {
        return parts.stream().mapToDouble(Part::nanos).sum();
    }

    /** Returns the sum of the work in it. */
    public double workNanos()
    {
        return parts.stream().filter(part -> part.kind() == Kind.WORK).mapToDouble(Part::nanos).sum();
    }

    /** Returns the packets that work in it, in order. */
    public List<String> packets()
    {
        return parts.stream().filter(part -> part.kind() == Kind.WORK).map(Part::what).toList();
    }

    /** Returns its parts, the longest first; those of one length in their order. */
    public List<Part> longestFirst()
    {
        return parts.stream().sorted(Comparator.comparingDouble(Part::nanos).reversed()).toList();
    }
}

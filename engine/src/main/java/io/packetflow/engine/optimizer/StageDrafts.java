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

/**
 * Cold path. The stages that the planner makes of a placement with the grouping FUSED, on numbers: units come in ionic
 * order, and each joins the last stage of its node from which no path leads through another stage to it, unless it is
 * cut off. A test compares them with the planner's. Sets of stages are rows of words, because thousands of placements
 * are tried.
 */
final class StageDrafts
{
    private static final int NONE = -1;

    private final UnitGraph units;
    private final int[] nodeOf;
    private final int words;
    private final long[] upstream;
    private final long[] reachable;
    private final long[] before;
    private final long[] blocked;
    private final int[] stageOf;
    private final int[] node;
    private final int[] lastOn;
    private final int[] earlierOnNode;
    private final long[] waitedFor;
    private final int[] order;
    private int count;

    /**
     * @param units of a structure
     * @param nodeOf node of each unit
     * @param cuts units that begin a stage
     */
    StageDrafts(final UnitGraph units, final int[] nodeOf, final BitSet cuts)
    {
        this.units = units;
        this.nodeOf = nodeOf;
        this.words = (units.units() + Long.SIZE - 1) / Long.SIZE;
        this.upstream = new long[units.units() * words];
        this.reachable = new long[units.units() * words];
        this.before = new long[words];
        this.blocked = new long[words];
        this.stageOf = new int[units.units()];
        this.node = new int[units.units()];
        this.lastOn = new int[Arrays.stream(nodeOf).max().orElse(0) + 1];
        this.earlierOnNode = new int[units.units()];
        this.waitedFor = new long[words];
        Arrays.fill(lastOn, NONE);
        for (int unit = 0; unit < units.units(); unit++)
        {
            add(unit, cuts.get(unit));
        }
        this.order = inOrder();
    }

    private void add(final int unit, final boolean begins)
    {
        Arrays.fill(before, 0);
        Arrays.fill(blocked, 0);
        for (final int predecessor : units.predecessors(unit))
        {
            final int stage = stageOf[predecessor];
            before[stage / Long.SIZE] |= 1L << stage;
            for (int word = 0; word < words; word++)
            {
                blocked[word] |= reachable[stage * words + word];
            }
        }
        int home = begins ? NONE : lastOn[nodeOf[unit]];
        while (home != NONE && (blocked[home / Long.SIZE] & 1L << home) != 0)
        {
            home = earlierOnNode[home];
        }
        if (home == NONE)
        {
            home = count++;
            node[home] = nodeOf[unit];
            earlierOnNode[home] = lastOn[nodeOf[unit]];
            lastOn[nodeOf[unit]] = home;
        }
        stageOf[unit] = home;
        before[home / Long.SIZE] &= ~(1L << home);
        blocked[home / Long.SIZE] &= ~(1L << home);
        extend(home);
    }

    /** Whatever led to the stage leads on to what the unit waits for. */
    private void extend(final int stage)
    {
        boolean isNew = false;
        for (int word = 0; word < words; word++)
        {
            upstream[stage * words + word] |= before[word];
            blocked[word] = (blocked[word] | before[word]) & ~reachable[stage * words + word];
            reachable[stage * words + word] |= blocked[word];
            waitedFor[word] |= blocked[word];
            isNew |= blocked[word] != 0;
        }
        // Most stages that still grow are the last of their node, and nobody waits for them yet.
        final boolean leadsOn = isNew && (waitedFor[stage / Long.SIZE] & 1L << stage) != 0;
        for (int other = 0; leadsOn && other < count; other++)
        {
            if ((reachable[other * words + stage / Long.SIZE] & 1L << stage) != 0)
            {
                for (int word = 0; word < words; word++)
                {
                    reachable[other * words + word] |= blocked[word];
                }
            }
        }
    }

    /** Stages grow while later ones exist, so their order of creation is not always ionic. */
    private int[] inOrder()
    {
        final int[] ordered = new int[count];
        final boolean[] done = new boolean[count];
        int open = 0;
        for (int at = 0; at < count; at++)
        {
            while (done[open])
            {
                open++;
            }
            int next = open;
            while (next < count && (done[next] || !isOver(next, done)))
            {
                next++;
            }
            if (next == count)
            {
                throw new IllegalStateException("stages form a cycle");
            }
            done[next] = true;
            ordered[at] = next;
        }
        return ordered;
    }

    private boolean isOver(final int stage, final boolean[] done)
    {
        for (int other = nextUpstream(stage, 0); other >= 0; other = nextUpstream(stage, other + 1))
        {
            if (!done[other])
            {
                return false;
            }
        }
        return true;
    }

    int count()
    {
        return count;
    }

    /** The stages in ionic order: what stands at a place is a stage as {@link #stageOf} numbers it. */
    int[] order()
    {
        return order;
    }

    int node(final int stage)
    {
        return node[stage];
    }

    int stageOf(final int unit)
    {
        return stageOf[unit];
    }

    /**
     * Returns a stage that a stage waits for directly, those included that another one of them waits for.
     *
     * @param stage that waits
     * @param from the first stage to look at
     * @return the next one, -1 if there is none
     */
    int nextUpstream(final int stage, final int from)
    {
        int word = from / Long.SIZE;
        if (word >= words)
        {
            return NONE;
        }
        long bits = upstream[stage * words + word] & -1L << from;
        while (bits == 0 && ++word < words)
        {
            bits = upstream[stage * words + word];
        }
        return bits == 0 ? NONE : word * Long.SIZE + Long.numberOfTrailingZeros(bits);
    }

    boolean waitsFor(final int stage, final int other)
    {
        return (upstream[stage * words + other / Long.SIZE] & 1L << other) != 0;
    }

    /** The packets of each stage in ionic order. */
    int[][] packets()
    {
        final int[] size = new int[count];
        for (int unit = 0; unit < stageOf.length; unit++)
        {
            size[stageOf[unit]] += units.packets(unit).length;
        }
        final int[][] packets = new int[count][];
        for (int stage = 0; stage < count; stage++)
        {
            packets[stage] = new int[size[stage]];
        }
        Arrays.fill(size, 0);
        for (final int packet : units.order())
        {
            final int stage = stageOf[units.unitOf(packet)];
            packets[stage][size[stage]++] = packet;
        }
        return packets;
    }
}

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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Cold path. The stages that the planner makes of a placement with the grouping FUSED, on numbers: units come in ionic
 * order, and each joins the last stage of its node from which no path leads through another stage to it, unless it is
 * cut off. A test compares them with the planner's.
 */
final class StageDrafts
{
    private static final int NONE = -1;

    private final UnitGraph units;
    private final int[] nodeOf;
    private final List<BitSet> upstream = new ArrayList<>();
    private final List<BitSet> reachable = new ArrayList<>();
    private final int[] stageOf;
    private final int[] node;
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
        this.stageOf = new int[units.units()];
        this.node = new int[units.units()];
        for (int unit = 0; unit < units.units(); unit++)
        {
            add(unit, cuts.get(unit));
        }
        this.order = inOrder();
    }

    private void add(final int unit, final boolean begins)
    {
        final BitSet before = new BitSet();
        final BitSet blocked = new BitSet();
        for (final int predecessor : units.predecessors(unit))
        {
            before.set(stageOf[predecessor]);
            blocked.or(reachable.get(stageOf[predecessor]));
        }
        int home = NONE;
        for (int stage = begins ? NONE : count - 1; stage >= 0 && home == NONE; stage--)
        {
            home = node[stage] == nodeOf[unit] && !blocked.get(stage) ? stage : NONE;
        }
        if (home == NONE)
        {
            home = count++;
            node[home] = nodeOf[unit];
            upstream.add(new BitSet());
            reachable.add(new BitSet());
        }
        stageOf[unit] = home;
        before.clear(home);
        upstream.get(home).or(before);
        extend(home, before, blocked);
    }

    /** Whatever led to the stage leads on to what the unit waits for. */
    private void extend(final int stage, final BitSet before, final BitSet behindThem)
    {
        final BitSet added = (BitSet)before.clone();
        added.or(behindThem);
        added.clear(stage);
        added.andNot(reachable.get(stage));
        if (!added.isEmpty())
        {
            reachable.get(stage).or(added);
            for (int other = 0; other < count; other++)
            {
                if (reachable.get(other).get(stage))
                {
                    reachable.get(other).or(added);
                }
            }
        }
    }

    /** Stages grow while later ones exist, so their order of creation is not always ionic. */
    private int[] inOrder()
    {
        final int[] ordered = new int[count];
        final BitSet done = new BitSet();
        for (int at = 0; at < count; at++)
        {
            int next = done.nextClearBit(0);
            while (!contains(done, upstream.get(next)))
            {
                next = done.nextClearBit(next + 1);
                if (next >= count)
                {
                    throw new IllegalStateException("stages form a cycle");
                }
            }
            done.set(next);
            ordered[at] = next;
        }
        return ordered;
    }

    private static boolean contains(final BitSet all, final BitSet some)
    {
        for (int bit = some.nextSetBit(0); bit >= 0; bit = some.nextSetBit(bit + 1))
        {
            if (!all.get(bit))
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

    /** Stages that a stage waits for directly, those included that another one of them waits for. */
    BitSet upstream(final int stage)
    {
        return upstream.get(stage);
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
            final int stage = stageOf[units.graph().unitOf(packet)];
            packets[stage][size[stage]++] = packet;
        }
        return packets;
    }
}

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

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cold path. Where stages have to be cut for packets to run side by side. A stage is what one barrier opens: it begins
 * when all have completed that any of its packets waits for, and is over when its last one is. So what goes to another
 * node waits for all that was fused with its predecessor, and all that is fused with its successor waits for it.
 */
final class StageCuts
{
    /** Units beyond which only the two ends of the range are tried. */
    private static final int MANY = 100;

    private StageCuts()
    {
    }

    /** Returns the move without cuts, cut in front of who waits for it, and cut behind what it waits for as well. */
    static List<Move> variants(final State state, final BitSet units, final int node)
    {
        final BitSet joins = firstBehind(state, units, node);
        final BitSet both = (BitSet)joins.clone();
        both.or(afterPredecessors(state, units, node));
        final Set<Move> variants = new LinkedHashSet<>();
        variants.add(Move.of(units, node));
        if (state.nodeOf().length <= MANY)
        {
            variants.add(new Move(units, node, joins));
        }
        variants.add(new Move(units, node, both));
        return List.copyOf(variants);
    }

    /** The first unit of each other node that directly waits for one that goes. */
    private static BitSet firstBehind(final State state, final BitSet units, final int node)
    {
        final BitSet first = new BitSet();
        final BitSet nodes = new BitSet();
        for (int unit = 0; unit < state.nodeOf().length; unit++)
        {
            final int own = state.nodeOf()[unit];
            if (!units.get(unit) && own != node && !nodes.get(own) && waits(state, unit, units))
            {
                nodes.set(own);
                first.set(unit);
            }
        }
        return first;
    }

    private static boolean waits(final State state, final int unit, final BitSet units)
    {
        for (final int predecessor : state.units().predecessors(unit))
        {
            if (units.get(predecessor))
            {
                return true;
            }
        }
        return false;
    }

    /** The first unit that stays behind the last one that those which go wait for, on its node. */
    private static BitSet afterPredecessors(final State state, final BitSet units, final int node)
    {
        int last = -1;
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1))
        {
            for (final int predecessor : state.units().predecessors(unit))
            {
                last = units.get(predecessor) || state.nodeOf()[predecessor] == node ? last :
                    Math.max(last, predecessor);
            }
        }
        final BitSet after = new BitSet();
        for (int unit = last + 1; last >= 0 && unit < state.nodeOf().length && after.isEmpty(); unit++)
        {
            after.set(unit, state.nodeOf()[unit] == state.nodeOf()[last] && !units.get(unit));
        }
        return after;
    }
}

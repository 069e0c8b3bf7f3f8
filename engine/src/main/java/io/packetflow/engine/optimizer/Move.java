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

/**
 * Cold path. Units that go to a node.
 *
 * @param units that go
 * @param node to which they go
 * @param begins units that begin a stage from then on, so that nobody waits for what no bond makes him wait for; none
 *               of these sets is changed any more
 */
record Move(BitSet units, int node, BitSet begins)
{
    static Move of(final BitSet units, final int node)
    {
        return new Move(units, node, new BitSet());
    }

    int[] applyTo(final int[] nodeOf)
    {
        final int[] changed = nodeOf.clone();
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1))
        {
            changed[unit] = node;
        }
        return changed;
    }

    /** A unit that goes begins no stage any more, unless it is said to. */
    BitSet cutsFrom(final BitSet cuts)
    {
        final BitSet changed = (BitSet)cuts.clone();
        changed.andNot(units);
        changed.or(begins);
        return changed;
    }
}

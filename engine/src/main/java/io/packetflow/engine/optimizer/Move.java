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
 * @param units that go; not changed any more
 * @param node to which they go
 */
record Move(BitSet units, int node)
{
    int[] applyTo(final int[] nodeOf)
    {
        final int[] changed = nodeOf.clone();
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1))
        {
            changed[unit] = node;
        }
        return changed;
    }
}

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
import java.util.List;

/** Cold path. A placement on numbers: which unit runs where, and what else the planner is told. Immutable. */
final class NodePlaces
{
    private final int[] nodeOf;
    private final List<String> names;
    private final List<String> packed;
    private final BitSet cuts;

    /**
     * @param nodeOf node of each unit; belongs to the placement from now on, as the cuts do
     * @param names of the nodes; empty for one that never held anything
     * @param packed packets whose areas lie first
     * @param cuts units that begin a stage
     */
    NodePlaces(final int[] nodeOf, final List<String> names, final List<String> packed, final BitSet cuts)
    {
        this.nodeOf = nodeOf;
        this.names = List.copyOf(names);
        this.packed = List.copyOf(packed);
        this.cuts = cuts;
    }

    /** Node of each unit; not to be changed. */
    int[] nodeOf()
    {
        return nodeOf;
    }

    List<String> names()
    {
        return names;
    }

    List<String> packed()
    {
        return packed;
    }

    /** Units that begin a stage; not to be changed. */
    BitSet cuts()
    {
        return cuts;
    }
}

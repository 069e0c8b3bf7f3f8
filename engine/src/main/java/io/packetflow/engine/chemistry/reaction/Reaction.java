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
package io.packetflow.engine.chemistry.reaction;

import java.util.List;
import java.util.Set;

import io.packetflow.engine.molecule.MolecularStructure;

/** Cold path. A reaction that took place (definition 3.4): what went in, what came out. Immutable. */
public interface Reaction
{
    /** Returns what happened, as in "synthesis of A and B". */
    String description();

    /** Returns what went in. */
    List<MolecularStructure> reactants();

    /** Returns what came out. */
    List<MolecularStructure> products();

    /** Returns the packets of the products that are copies of others: what they require does not count as growth. */
    default Set<String> replicas()
    {
        return Set.of();
    }
}

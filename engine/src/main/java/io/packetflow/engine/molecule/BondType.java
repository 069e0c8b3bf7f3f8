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
package io.packetflow.engine.molecule;

/** The four bonds of the thesis (§3.2.1) as concurrency contracts. */
public enum BondType
{
    /** The second packet sees an instance only after the first completed it: a barrier between cores, else order. */
    IONIC("ionic"),
    /** The two share a resource, so they form one stage on one node: a single writer. */
    COVALENT("covalent"),
    /** The two work on the same instance in any order, perhaps at the same time, and meet at a gate. */
    METALLIC("metallic"),
    /** A wish to share a node or a cache, which the planner may refuse. */
    VAN_DER_WAALS("van der Waals");

    private final String text;

    BondType(final String text)
    {
        this.text = text;
    }

    @Override
    public String toString()
    {
        return text;
    }
}

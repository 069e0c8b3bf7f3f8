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
package io.packetflow.engine.chemistry.orbital;

import java.util.List;

/**
 * Cold path. A maximal set of more than two packets of which no two are antibonding: any of them may share a node.
 *
 * @param packets names in order of composition
 * @param bonds how many bonds lie within the set
 * @param demandCores what all demand together
 * @param gainNanos what the bonding pairs in it gain together where they share a stage
 */
public record HybridOrbital(List<String> packets, int bonds, double demandCores, double gainNanos)
{
    /** Copies the list. */
    public HybridOrbital
    {
        packets = List.copyOf(packets);
    }

    /** Tells whether one core can serve all of them. */
    public boolean fitsOneCore()
    {
        return demandCores <= 1;
    }

    /** Returns why the set is what it is, one sentence. */
    public String reason()
    {
        return packets.size() + " packets without a conflict, " + bonds + " bonds among them, " +
            (fitsOneCore() ? "and one core serves all" : "more than one core serves");
    }
}

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
package io.packetflow.engine.chemistry.stability;

import java.util.Locale;

/**
 * Cold path. Resonance stability (section 3.2.2): the natural logarithm of the number of valid placements onto a number
 * of nodes, which are told apart. A placement is valid if each unit, and all users of one resource, are on one node,
 * and no node's packets demand more than a core. Counted exactly by {@link PlacementCount} to a bound, past it
 * estimated.
 *
 * @param nodes onto which the molecule is placed
 * @param movable groups of packets that can be placed apart from each other
 * @param naturalLog of the number; 0 for one placement, negative infinity for none
 * @param exact whether the number was counted
 * @param method how, for people
 */
public record Resonance(int nodes, int movable, double naturalLog, boolean exact, String method)
{
    /** Returns the number of placements, rounded where it is exact; infinite beyond 1e308. */
    public double placements()
    {
        return exact ? Math.rint(Math.exp(naturalLog)) : Math.exp(naturalLog);
    }

    @Override
    public String toString()
    {
        final String count = exact && placements() < 1e12 ? String.format(Locale.ROOT, "%,.0f", placements()) :
            String.format(Locale.ROOT, "%s%.3e", exact ? "" : "about ", placements());
        return String.format(Locale.ROOT, "%.3f, the logarithm of %s placements of %d groups onto %d node(s): %s",
            naturalLog, count, movable, nodes, method);
    }
}

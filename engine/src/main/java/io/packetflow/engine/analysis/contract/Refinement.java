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
package io.packetflow.engine.analysis.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cold path. Whether one molecule may take the place of another (definition 6.10): it has the same interface, needs no
 * more and promises no less. A preorder, so refinement is transitive (theorem 6.10).
 *
 * @param refining molecule that shall take the place
 * @param refined molecule whose place it is
 * @param obstacles one sentence each; none if it refines
 */
public record Refinement(String refining, String refined, List<String> obstacles)
{
    /** Copies the list. */
    public Refinement
    {
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Compares two molecules.
     *
     * @param refining molecule that shall take the place
     * @param refined molecule whose place it is
     * @return whether it may, and if not, what stands against it
     */
    public static Refinement of(final MoleculeContract refining, final MoleculeContract refined)
    {
        final List<String> obstacles = new ArrayList<>();
        compare("sources", refining.sources(), refined.sources(), obstacles);
        compare("sinks", refining.sinks(), refined.sinks(), obstacles);
        refining.requires().intervals().forEach((field, interval) ->
        {
            if (!refined.requires().of(field).implies(interval))
            {
                obstacles.add("it requires " + interval.of(field) + ", where " +
                    has(refined.requires().of(field), field) + " was enough");
            }
        });
        refined.ensures().intervals().forEach((field, interval) ->
        {
            if (!refining.ensures().of(field).implies(interval))
            {
                obstacles.add("it ensures " + has(refining.ensures().of(field), field) + ", where " +
                    interval.of(field) + " was promised");
            }
        });
        return new Refinement(refining.name(), refined.name(), obstacles);
    }

    private static void compare(final String what, final Map<String, Integer> own, final Map<String, Integer> other,
        final List<String> obstacles)
    {
        if (!own.equals(other))
        {
            obstacles.add("its " + what + " are " + new TreeMap<>(own) + " (payload bytes), not " +
                new TreeMap<>(other));
        }
    }

    private static String has(final Interval interval, final String field)
    {
        return interval.equals(Interval.ALL) ? "nothing of " + field : interval.of(field);
    }

    /** Returns whether it refines. */
    public boolean holds()
    {
        return obstacles.isEmpty();
    }

    @Override
    public String toString()
    {
        return refining + (holds() ? " refines " + refined :
            " does not refine " + refined + ": " + String.join("; ", obstacles));
    }
}

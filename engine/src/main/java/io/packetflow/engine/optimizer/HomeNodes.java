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
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. Where the optimiser begins: each unit on the core of its group, as the periodic table has it; where there
 * are fewer nodes than groups, the head's group keeps the sequencing node and the others share the rest.
 */
final class HomeNodes
{
    private HomeNodes()
    {
    }

    static NodePlaces of(final UnitGraph units, final OptimiserOptions options)
    {
        final PeriodicGroup head = units.home(0);
        final List<PeriodicGroup> others = IntStream.range(0, units.units()).mapToObj(units::home).distinct()
            .filter(group -> group != head).toList();
        final List<String> names = new ArrayList<>(List.of(head.key()));
        final int[] nodeOf = new int[units.units()];
        for (final String byHand : new TreeSet<>(options.byHand().values()))
        {
            if (!names.contains(byHand))
            {
                names.add(byHand);
            }
        }
        final int given = names.size();
        final int free = options.nodes() - given;
        for (int unit = 0; unit < nodeOf.length; unit++)
        {
            final String byHand = byHand(units, unit, options);
            final int position = others.indexOf(units.home(unit));
            nodeOf[unit] = byHand != null ? names.indexOf(byHand) : position < 0 || free < 1 ? 0 :
                given + (free >= others.size() ? position : position * free / others.size());
        }
        for (int node = given; node < Math.max(given, options.nodes()); node++)
        {
            final int here = node;
            names.add(String.join("+", IntStream.range(0, nodeOf.length).filter(unit -> nodeOf[unit] == here)
                .mapToObj(unit -> units.home(unit).key()).distinct().toList()));
        }
        return new NodePlaces(nodeOf, names, List.of(), new BitSet());
    }

    private static String byHand(final UnitGraph units, final int unit, final OptimiserOptions options)
    {
        return Arrays.stream(units.packets(unit)).mapToObj(units.graph()::name).map(options.byHand()::get)
            .filter(Objects::nonNull).findFirst().orElse(null);
    }
}

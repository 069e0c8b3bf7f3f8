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
package io.packetflow.engine.routing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

/** A reactor with nodes, policies and loads, from a seed. */
final class RandomReactor
{
    private static final List<PeriodicGroup> GROUPS = List.of(PeriodicGroup.values());
    private static final List<Element> ELEMENTS = List.of(Element.values());

    private final Random random;
    private final RoutingPlan plan;
    private final NodeLoads loads;

    RandomReactor(final Random random)
    {
        this.random = random;
        final List<RoutingNode> nodes = new ArrayList<>();
        final int count = 1 + random.nextInt(12);
        final int domains = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++)
        {
            nodes.add(node("n" + i, domains));
        }
        final List<RoutingPolicy> policies = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--)
        {
            policies.add(policy(count));
        }
        plan = new RoutingPlan("R", nodes, policies,
            new RoutingWeights(random.nextDouble(), random.nextDouble(), random.nextDouble()));
        loads = new NodeLoads(random.ints(count, 0, 200).toArray(),
            Map.of("cpu_usage", random.doubles(count).toArray()));
    }

    RoutingPlan plan()
    {
        return plan;
    }

    NodeLoads loads()
    {
        return loads;
    }

    private RoutingNode node(final String name, final int domains)
    {
        final Set<PeriodicGroup> groups = EnumSet.noneOf(PeriodicGroup.class);
        for (int i = random.nextInt(3); i >= 0; i--)
        {
            groups.add(GROUPS.get(random.nextInt(GROUPS.size())));
        }
        final Map<AffinityClass, Double> weights = new EnumMap<>(AffinityClass.class);
        for (final AffinityClass type : AffinityClass.values())
        {
            weights.put(type, 0.01 + random.nextDouble());
        }
        return new RoutingNode(name, name, new Specialisation(groups, weights), 1 + random.nextInt(200),
            random.nextInt(8), random.nextInt(domains), random.nextInt(400));
    }

    private RoutingPolicy policy(final int nodes)
    {
        final Element element = ELEMENTS.get(random.nextInt(ELEMENTS.size()));
        final boolean isKeyed = random.nextInt(3) == 0;
        final boolean isBalanced = !isKeyed && random.nextBoolean();
        final List<Integer> pool = random.nextBoolean() ? List.of() :
            random.ints(0, nodes).distinct().limit(1 + random.nextInt(nodes)).sorted().boxed().toList();
        return new RoutingPolicy(element, List.of(), pool, isKeyed ? Optional.of("key") : Optional.empty(),
            isBalanced ? Optional.of("cpu_usage") : Optional.empty(), random.nextBoolean(), 1 + random.nextInt(3),
            RoutingPolicy.Batch.NONE);
    }
}

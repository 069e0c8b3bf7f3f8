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
package io.packetflow.engine.language.route;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.packetflow.engine.language.check.CheckedReactor;
import io.packetflow.engine.language.check.NodeOptions;
import io.packetflow.engine.language.check.PoolNames;
import io.packetflow.engine.language.check.RoutingFunction;
import io.packetflow.engine.language.format.FlatText;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.routing.NodePlaces;
import io.packetflow.engine.routing.RouteFilter;
import io.packetflow.engine.routing.RoutingNode;
import io.packetflow.engine.routing.RoutingPlan;
import io.packetflow.engine.routing.RoutingPolicy;
import io.packetflow.engine.routing.RoutingWeights;
import io.packetflow.engine.routing.Specialisation;

/** Cold path. Makes the routing plan of a reactor for the cores of a host. */
public final class ReactorRoutes
{
    /** A pattern that does not say how many nodes it stands for stands for these, or as many as there are replicas. */
    private static final int NODES_OF_A_POOL = 2;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CheckedReactor reactor;
    private final NodePlaces places;
    private final Function<Expression, RouteFilter> filters;
    private final List<RoutingNode> nodes = new ArrayList<>();
    private final Map<CheckedReactor.Node, List<Integer>> indexes = new HashMap<>();

    private ReactorRoutes(
        final CheckedReactor reactor, final NodePlaces places, final Function<Expression, RouteFilter> filters)
    {
        this.reactor = reactor;
        this.places = places;
        this.filters = filters;
    }

    /**
     * Makes a plan.
     *
     * @param reactor of a program without errors
     * @param places of nodes on a host, none of them taken
     * @param filters compiles the condition of a {@code when}
     * @param weights of algorithm 3.1
     * @return the plan
     */
    public static RoutingPlan plan(final CheckedReactor reactor, final NodePlaces places,
        final Function<Expression, RouteFilter> filters, final RoutingWeights weights)
    {
        final ReactorRoutes routes = new ReactorRoutes(reactor, places, filters);
        reactor.nodes().forEach(routes::add);
        return new RoutingPlan(
            reactor.name(), routes.nodes, reactor.policies().stream().map(routes::policy).toList(), weights);
    }

    private void add(final CheckedReactor.Node declared)
    {
        final NodeOptions options = NodeOptions.of(declared.options());
        final Specialisation specialisation = options.weights().isEmpty() ? Specialisation.of(declared.group()) :
            new Specialisation(Set.of(declared.group()), options.weights());
        final int count = options.cores().orElse(declared.isPool() ? openPool() : 1);
        final List<Integer> added = new ArrayList<>();
        for (int i = 0; i < count; i++)
        {
            final NodePlaces.Place place = places.next(i);
            added.add(nodes.size());
            nodes.add(new RoutingNode(name(declared, i, count), declared.pattern(), specialisation, options.capacity(),
                place.cpu(), place.numaNode(), place.latencyNanos()));
        }
        indexes.put(declared, added);
    }

    private static String name(final CheckedReactor.Node declared, final int index, final int count)
    {
        return declared.isPool() ? declared.pattern().replace("*", Integer.toString(index)) :
            count == 1 ? declared.pattern() : declared.pattern() + "_" + index;
    }

    private int openPool()
    {
        return reactor.policies().stream().mapToInt(ReactorRoutes::replicas)
            .reduce(NODES_OF_A_POOL, Math::max);
    }

    private RoutingPolicy policy(final CheckedReactor.Policy policy)
    {
        final List<Integer> pool = new ArrayList<>();
        if (PoolNames.assigned(policy).isPresent())
        {
            PoolNames.of(policy, reactor.nodes()).forEach(node -> pool.addAll(indexes.get(node)));
        }
        return new RoutingPolicy(policy.element(), conditions(policy), pool,
            atom(policy, RoutingFunction.CONSISTENT_HASH), atom(policy, RoutingFunction.LOAD_BALANCE),
            steps(policy, RoutingFunction.ROUTE_BY_GEOGRAPHY).size() > 0, replicas(policy), batch(policy));
    }

    private List<RoutingPolicy.Condition> conditions(final CheckedReactor.Policy policy)
    {
        return steps(policy, RoutingFunction.WHEN).stream().map(step -> step.arguments().get(0).value())
            .map(condition -> new RoutingPolicy.Condition(FlatText.of(condition), filters.apply(condition))).toList();
    }

    private static List<CheckedReactor.Step> steps(
        final CheckedReactor.Policy policy, final RoutingFunction function)
    {
        return policy.steps().stream().filter(step -> step.function() == function).toList();
    }

    private static Optional<String> atom(final CheckedReactor.Policy policy, final RoutingFunction function)
    {
        return steps(policy, function).stream()
            .map(step -> ((Expression.Atom)step.arguments().get(0).value()).text()).findFirst();
    }

    private static int replicas(final CheckedReactor.Policy policy)
    {
        return steps(policy, RoutingFunction.REPLICATE).stream()
            .mapToInt(step -> (int)number(step, "factor")).findFirst().orElse(1);
    }

    private static RoutingPolicy.Batch batch(final CheckedReactor.Policy policy)
    {
        return steps(policy, RoutingFunction.BATCH).stream().map(step -> new RoutingPolicy.Batch(
            (int)number(step, "size"), number(step, "timeout"))).findFirst().orElse(RoutingPolicy.Batch.NONE);
    }

    /** Returns a named argument: a count, or a time in nanoseconds, for which a plain number says milliseconds. */
    private static long number(final CheckedReactor.Step step, final String name)
    {
        for (final Argument argument : step.arguments())
        {
            if (argument instanceof Entry entry && entry.key().text().equals(name))
            {
                return number(entry.value(), name.equals("timeout"));
            }
        }
        throw new IllegalArgumentException("a checked step has all of its arguments: step=" + step);
    }

    private static long number(final Expression value, final boolean isTime)
    {
        if (value instanceof Expression.WholeNumber number)
        {
            return isTime ? Math.multiplyExact(number.value(), NANOS_PER_MILLI) : number.value();
        }
        final BigDecimal nanos = ((Expression.Measure)value).value();
        return nanos.longValue();
    }
}

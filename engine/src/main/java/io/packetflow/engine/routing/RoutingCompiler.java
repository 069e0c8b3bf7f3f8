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
import java.util.Arrays;
import java.util.List;

import io.packetflow.engine.periodic.Element;

import org.agrona.BitUtil;
import org.agrona.collections.IntArrayList;

/** Cold path. Evaluates a plan for the loads of the moment and writes the decisions into a {@link RoutingTable}. */
public final class RoutingCompiler
{
    /** Regions that a table tells apart where the domains are no power of two, which is one itself. */
    private static final int REGIONS = 64;

    private static final RouteFilter ALWAYS = (record, offset) -> true;

    private final RoutingPlan plan;
    private final ChemicalRouting routing;
    private final BucketOwners owners;
    private final IntArrayList targets = new IntArrayList();
    private final List<RoutingPolicy> ordered = new ArrayList<>();
    private int[] rows;

    private RoutingCompiler(final RoutingPlan plan, final NodeLoads loads)
    {
        this.plan = plan;
        this.routing = new ChemicalRouting(plan.nodes(), loads, plan.weights());
        this.owners = new BucketOwners(plan.nodes());
    }

    /**
     * Compiles.
     *
     * @param plan of the reactor
     * @param loads of its nodes
     * @return a table; equal plans and loads give equal decisions
     */
    public static RoutingTable compile(final RoutingPlan plan, final NodeLoads loads)
    {
        return new RoutingCompiler(plan, loads).table();
    }

    /**
     * Returns the number by which the hot path knows an element.
     *
     * @param element of the periodic table
     * @return 0 or more
     */
    public static int elementCode(final Element element)
    {
        return Arrays.asList(Element.values()).indexOf(element);
    }

    /**
     * Returns the policies in the order in which a table numbers them.
     *
     * @param plan of the reactor
     * @return those of the plan by element, then one for each element that takes what they leave
     */
    public static List<RoutingPolicy> numbered(final RoutingPlan plan)
    {
        final List<RoutingPolicy> numbered = new ArrayList<>();
        for (final Element element : Element.values())
        {
            plan.policies().stream().filter(policy -> policy.element() == element).forEach(numbered::add);
        }
        for (final Element element : Element.values())
        {
            numbered.add(RoutingPolicy.chemical(element));
        }
        return numbered;
    }

    /**
     * Returns the nodes of a policy from the first choice to the last, evaluated directly.
     *
     * @param plan of the reactor
     * @param loads of its nodes
     * @param policy of the plan
     * @param region of the packet
     * @param key of the packet
     * @return indexes of nodes
     */
    public static List<Integer> decide(
        final RoutingPlan plan, final NodeLoads loads, final RoutingPolicy policy, final int region, final long key)
    {
        final RoutingCompiler compiler = new RoutingCompiler(plan, loads);
        return compiler.ranked(policy, region & (compiler.regions(policy) - 1),
            (int)RoutingTable.mix(key) & (buckets(policy) - 1));
    }

    private RoutingTable table()
    {
        final int[] firstPolicy = new int[Element.values().length + 1];
        for (final Element element : Element.values())
        {
            firstPolicy[elementCode(element) + 1] = firstPolicy[elementCode(element)] +
                (int)plan.policies().stream().filter(policy -> policy.element() == element).count();
        }
        ordered.addAll(numbered(plan));
        rows = new int[ordered.size() * RoutingTable.STRIDE];
        final long[] timeouts = new long[ordered.size()];
        final RouteFilter[] filters = new RouteFilter[ordered.size()];
        for (int i = 0; i < ordered.size(); i++)
        {
            compile(i, ordered.get(i));
            timeouts[i] = ordered.get(i).batch().timeoutNanos();
            filters[i] = filter(ordered.get(i).conditions());
        }
        return new RoutingTable(firstPolicy, rows, targets.toIntArray(), timeouts, filters);
    }

    private void compile(final int index, final RoutingPolicy policy)
    {
        final int row = index * RoutingTable.STRIDE;
        final int buckets = buckets(policy);
        final int regions = regions(policy);
        final int replicas = Math.min(policy.replicas(), candidates(policy).size());
        rows[row + RoutingTable.OFFSET] = targets.size();
        rows[row + RoutingTable.REGION_MASK] = regions - 1;
        rows[row + RoutingTable.BUCKET_SHIFT] = Integer.numberOfTrailingZeros(buckets);
        rows[row + RoutingTable.BUCKET_MASK] = buckets - 1;
        rows[row + RoutingTable.REPLICAS] = replicas;
        rows[row + RoutingTable.BATCH_SIZE] = policy.batch().size();
        for (int region = 0; region < regions; region++)
        {
            for (int bucket = 0; bucket < buckets; bucket++)
            {
                ranked(policy, region, bucket).subList(0, replicas).forEach(targets::addInt);
            }
        }
    }

    private static int buckets(final RoutingPolicy policy)
    {
        return policy.key().isPresent() ? BucketOwners.BUCKETS : 1;
    }

    private int regions(final RoutingPolicy policy)
    {
        final int domains = plan.domains().size();
        return !policy.byGeography() ? 1 : BitUtil.isPowerOfTwo(domains) ? domains : REGIONS;
    }

    private List<Integer> candidates(final RoutingPolicy policy)
    {
        return policy.pool().isEmpty() ? routing.candidates(policy.element().group()) : policy.pool();
    }

    private List<Integer> ranked(final RoutingPolicy policy, final int region, final int bucket)
    {
        final List<Integer> candidates = candidates(policy);
        final List<Integer> near = policy.byGeography() ? inDomain(candidates, region) : candidates;
        final List<Integer> ranked = new ArrayList<>(rankedAlike(policy, near, bucket));
        // Where a domain has fewer nodes than there are replicas the others follow.
        final List<Integer> far = candidates.stream().filter(index -> !near.contains(index)).toList();
        ranked.addAll(rankedAlike(policy, far, bucket));
        return ranked;
    }

    private List<Integer> rankedAlike(final RoutingPolicy policy, final List<Integer> candidates, final int bucket)
    {
        if (policy.key().isPresent())
        {
            return owners.ranked(bucket, candidates);
        }
        return policy.metric().isPresent() ?
            routing.balanced(policy.element().group(), candidates, policy.metric().get()) :
            routing.ranked(policy.element().group(), candidates);
    }

    private List<Integer> inDomain(final List<Integer> candidates, final int region)
    {
        final List<Integer> domains = plan.domains();
        final int home = domains.get(region % domains.size());
        return candidates.stream().filter(index -> plan.nodes().get(index).numaNode() == home).toList();
    }

    private static RouteFilter filter(final List<RoutingPolicy.Condition> conditions)
    {
        RouteFilter filter = ALWAYS;
        for (final RoutingPolicy.Condition condition : conditions)
        {
            final RouteFilter before = filter;
            filter = before == ALWAYS ? condition.filter() :
                (record, offset) -> before.accepts(record, offset) && condition.filter().accepts(record, offset);
        }
        return filter;
    }
}

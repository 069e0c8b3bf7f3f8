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
package io.packetflow.engine.cli.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.language.check.CheckedReactor;
import io.packetflow.engine.language.route.ReactorRoutes;
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.routing.AffinityClass;
import io.packetflow.engine.routing.ChemicalRouting;
import io.packetflow.engine.routing.NodeLoads;
import io.packetflow.engine.routing.NodePlaces;
import io.packetflow.engine.routing.RouteFilter;
import io.packetflow.engine.routing.RoutingCompiler;
import io.packetflow.engine.routing.RoutingNode;
import io.packetflow.engine.routing.RoutingPlan;
import io.packetflow.engine.routing.RoutingPolicy;
import io.packetflow.engine.routing.RoutingWeights;

/**
 * Cold path. One reactor explained: its nodes, where each policy sends packets, and what algorithm 3.1 says of those
 * that no policy is for. Nodes are idle, cores assumed.
 *
 * @param plan of the reactor
 * @param cores that were assumed
 */
record ReactorExplanation(RoutingPlan plan, int cores)
{
    private static final RouteFilter NEVER_RUN = (record, offset) ->
    {
        throw new IllegalStateException("routes are explained, and no packet is routed");
    };

    static ReactorExplanation of(final CheckedReactor reactor, final int cores)
    {
        final NodePlaces places = new NodePlaces(CpuTopology.ofProcessors(cores, "--nodes"), HostCosts.ASSUMED);
        return new ReactorExplanation(
            ReactorRoutes.plan(reactor, places, condition -> NEVER_RUN, RoutingWeights.DEFAULT), cores);
    }

    String text()
    {
        final List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "Reactor %s: %d nodes on %d cores, %d policies", plan.reactor(),
            plan.nodes().size(), cores, plan.policies().size()));
        lines.add("  node                      core  NUMA  capacity  latency  for   " + weightHeader());
        plan.nodes().forEach(node -> lines.add("  " + node(node)));
        lines.add("  routes (an idle reactor; of the policies of an element the first whose conditions hold)");
        plan.policies().forEach(policy -> lines.add("    " + policy(policy)));
        lines.add(String.format(Locale.ROOT,
            "  all other packets: the best of %.2f x affinity - %.2f x load - %.2f x latency in us (algorithm 3.1)",
            plan.weights().alpha(), plan.weights().beta(), plan.weights().gamma()));
        PeriodicGroup.byReactivity().forEach(group -> lines.add("    " + rest(group)));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String weightHeader()
    {
        return List.of(AffinityClass.values()).stream().map(AffinityClass::key).collect(Collectors.joining("/"));
    }

    private static String node(final RoutingNode node)
    {
        return String.format(Locale.ROOT, "%-24s  %4d  %4d  %8d  %4.0f ns  %-4s  %s", node.name(), node.cpu(),
            node.numaNode(), node.capacity(), node.latencyNanos(),
            node.specialisation().groups().stream().map(PeriodicGroup::name).collect(Collectors.joining("+")),
            List.of(AffinityClass.values()).stream().map(type -> String.format(Locale.ROOT, "%.2f",
            node.specialisation().weights().getOrDefault(type, 0.0))).collect(Collectors.joining("/")));
    }

    private String policy(final RoutingPolicy policy)
    {
        final StringBuilder text = new StringBuilder(policy.element().group() + ":" + policy.element().symbol());
        policy.conditions().forEach(condition -> text.append(" when ").append(condition.text()));
        text.append(" -> ");
        policy.key().ifPresentOrElse(
            key -> text.append("by hash of ").append(key).append(" to ").append(owners(policy)),
            () -> text.append(target(policy)));
        policy.metric().ifPresent(metric -> text.append(" (lowest ").append(metric).append(')'));
        if (policy.replicas() > 1)
        {
            text.append(", ").append(policy.replicas()).append(" replicas");
        }
        if (policy.byGeography())
        {
            text.append(", in the NUMA domain of the region (").append(plan.domains().size()).append(')');
        }
        if (!policy.batch().equals(RoutingPolicy.Batch.NONE))
        {
            text.append(String.format(Locale.ROOT, ", %,d at a time or after %,d ns", policy.batch().size(),
                policy.batch().timeoutNanos()));
        }
        return text.toString();
    }

    private String target(final RoutingPolicy policy)
    {
        return plan.nodes().get(RoutingCompiler.decide(plan, idle(), policy, 0, 0).get(0)).name();
    }

    /** Returns the patterns whose nodes share the keys. */
    private String owners(final RoutingPolicy policy)
    {
        return RoutingCompiler.decide(plan, idle(), policy, 0, 0).stream().sorted()
            .map(index -> plan.nodes().get(index).pool()).distinct().collect(Collectors.joining(", "));
    }

    private String rest(final PeriodicGroup group)
    {
        final ChemicalRouting routing = new ChemicalRouting(plan.nodes(), idle(), plan.weights());
        final int best = routing.ranked(group, routing.candidates(group)).get(0);
        final RoutingNode node = plan.nodes().get(best);
        return String.format(Locale.ROOT, "%s -> %s: score %.2f, affinity %.2f%s", group, node.name(),
            routing.score(group, best), node.specialisation().affinity(group),
            node.specialisation().groups().contains(group) ? "" : " (no node is for this group)");
    }

    private NodeLoads idle()
    {
        return NodeLoads.idle(plan.nodes().size());
    }
}

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
package io.packetflow.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.resource.AccessConflict;
import io.packetflow.engine.analysis.resource.Placement;
import io.packetflow.engine.analysis.resource.ResourceSafety;
import io.packetflow.engine.analysis.resource.Separation;

/** Cold path. Judges resource safety: what another placement mends is an error only where the placement is a plan. */
final class ResourceFindings
{
    private final CausalOrder order;
    private final Separation separation;
    private final boolean isPlanned;
    private final List<Finding> findings = new ArrayList<>();

    private ResourceFindings(final CausalOrder order, final Separation separation, final boolean isPlanned)
    {
        this.order = order;
        this.separation = separation;
        this.isPlanned = isPlanned;
    }

    static List<Finding> of(final ResourceSafety safety, final CausalOrder order, final Separation separation,
        final boolean isPlanned)
    {
        final ResourceFindings findings = new ResourceFindings(order, separation, isPlanned);
        findings.addDeadlock(safety);
        safety.conflicts().forEach(findings::addConflict);
        if (isPlanned)
        {
            findings.addTogether(safety.placement());
        }
        return findings.findings;
    }

    private void addDeadlock(final ResourceSafety safety)
    {
        final String cycle = safety.cycle().map(Object::toString).orElse("");
        final List<String> place = safety.cycle().map(found -> join(found.packets(), found.resources()))
            .orElseGet(() -> safety.graph().tangles().stream().flatMap(Set::stream).toList());
        switch (safety.verdict())
        {
            case GUARDED -> add(Severity.NOTE, place, "the resource graph has cycles over " + String.join(", ", place) +
                ", but on each two packets share a node or hold a resource in common, so none can deadlock", "");
            case REMOVABLE -> add(isPlanned ? Severity.ERROR : Severity.WARNING, place,
                (isPlanned ? "the plan can deadlock: " : "packets on different nodes can deadlock: ") + cycle,
                remedy(safety));
            case INEVITABLE -> add(Severity.ERROR, place, "every placement can deadlock: " + cycle + ", as " +
                String.join("; ", safety.apart()),
                "let its packets acquire their resources in one order, or place two of them together");
            case ACYCLIC ->
            {
                // Theorem 6.3 rules deadlocks out; there is nothing to say.
            }
            default -> add(Severity.WARNING, place, "the resource graph has cycles over " +
                String.join(", ", place) + ", too entangled to see within " + ResourceSafety.SEARCH_STEPS +
                " steps whether they can deadlock", "let all packets acquire resources in one order");
        }
    }

    private static String remedy(final ResourceSafety safety)
    {
        return safety.remedy().isEmpty() ? "let its packets acquire their resources in one order" :
            "run as one node: " + safety.remedy().stream().map(fusion -> fusion.kept() + " with " + fusion.given())
            .collect(Collectors.joining(", then "));
    }

    private void add(final Severity severity, final List<String> place, final String message, final String remedy)
    {
        findings.add(new Finding(severity, Rule.RESOURCE_DEADLOCK, place, message, remedy));
    }

    private static List<String> join(final List<String> packets, final List<String> resources)
    {
        final List<String> all = new ArrayList<>(packets);
        all.addAll(resources);
        return all;
    }

    private void addConflict(final AccessConflict conflict)
    {
        final boolean keptApart = conflict.users().stream().anyMatch(one -> conflict.users().stream().anyMatch(
            other -> separation.reason(order, one, other).isPresent()));
        final String where = isPlanned || keptApart ? "" : "; apart, a plan may run them so";
        findings.add(new Finding(isPlanned || keptApart ? Severity.ERROR : Severity.WARNING, Rule.RESOURCE_CONFLICT,
            join(conflict.users(), List.of(conflict.resource())), conflict + where,
            keptApart ? "split the resource" : "bond its users covalently, or split it"));
    }

    private void addTogether(final Placement placement)
    {
        for (final Set<String> group : separation.groups())
        {
            final List<String> members = new TreeSet<>(group).stream().filter(placement::places).toList();
            members.stream().collect(Collectors.groupingBy(placement::node, TreeMap::new,
                Collectors.toList())).forEach((node, together) ->
                {
                    if (together.size() > 1)
                    {
                        findings.add(new Finding(Severity.ERROR, Rule.PARTICIPANTS_TOGETHER, together,
                            String.join(", ", together) + " are kept apart, but the plan runs them on node " + node,
                            "place them on different nodes by hand"));
                    }
                });
        }
    }
}

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
package io.packetflow.engine.analysis.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.CostOrigin;
import io.packetflow.engine.cost.PacketCost;
import io.packetflow.engine.molecule.DeclaredTarget;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.TargetName;

/** Cold path. Predicts what becomes of the targets of a molecule. */
final class TargetForecasts
{
    private final MolecularStructure structure;
    private final CausalOrder order;
    private final CostModel costs;
    private final Set<String> outputs;
    private final DeploymentPerformance performance;

    /**
     * @param outputs packets that speak to the outside, as far as that is known
     * @param performance of the deployment to hold against the targets
     */
    TargetForecasts(final MolecularStructure structure, final CausalOrder order, final CostModel costs,
        final Set<String> outputs, final DeploymentPerformance performance)
    {
        this.structure = structure;
        this.order = order;
        this.costs = costs;
        this.outputs = outputs;
        this.performance = performance;
    }

    /** Returns one forecast for each target that says of which packets it speaks. */
    List<TargetForecast> all()
    {
        final List<TargetForecast> forecasts = new ArrayList<>();
        for (final DeclaredTarget target : structure.targets())
        {
            final List<String> packets = packets(target.name());
            if (!packets.isEmpty())
            {
                forecasts.add(switch (target.name())
                {
                    case TICK_TO_TRADE -> latency(target, packets);
                    case RISK_CHECK_LATENCY -> check(target, packets);
                    case ORDER_RATE -> rate(target, packets);
                });
            }
        }
        return forecasts;
    }

    /** What the packets themselves say goes first; a check is never guessed. */
    private List<String> packets(final TargetName target)
    {
        final List<String> named = structure.composition().stream()
            .filter(packet -> target.toString().equals(packet.properties().get(PerformanceAnalysis.MEASURES)))
            .map(packet -> packet.name()).filter(this::isDeployed).toList();
        if (!named.isEmpty() || target == TargetName.RISK_CHECK_LATENCY)
        {
            return named;
        }
        final List<String> out = order.packets().stream().filter(outputs::contains).filter(this::isDeployed).toList();
        return out.isEmpty() ? order.sinks().stream().filter(this::isDeployed).toList() : out;
    }

    private boolean isDeployed(final String packet)
    {
        return performance.schedule().deployment().stageOf().containsKey(packet);
    }

    private TargetForecast latency(final DeclaredTarget target, final List<String> packets)
    {
        final CriticalPath path = CriticalPath.to(packets, performance.schedule(), costs);
        // Of several ends any may be the one that is meant, so the nearest decides what no plan can do.
        final LatencyFloor floor = packets.stream().map(packet -> LatencyFloor.to(packet, order, costs, true))
            .min(Comparator.comparingDouble(LatencyFloor::totalNanos)).orElseThrow();
        return new TargetForecast(target, name(), packets, path.totalNanos(), floor.totalNanos(), path.longestFirst(),
            String.format(Locale.ROOT, "ingress %.0f + work of %s %.0f + %d steps of %.0f = %.0f ns",
            floor.ingressNanos(), String.join(" > ", floor.packets()), floor.workNanos(), floor.packets().size() - 1,
            floor.stepNanos(), floor.totalNanos()));
    }

    private TargetForecast check(final DeclaredTarget target, final List<String> packets)
    {
        final List<CriticalPath.Part> parts = packets.stream().map(packet ->
            new CriticalPath.Part(CriticalPath.Kind.WORK, packet, costs.packet(packet).baseNanos())).toList();
        final double longest = parts.stream().mapToDouble(CriticalPath.Part::nanos).max().orElse(0);
        final double known = packets.stream().mapToDouble(packet -> known(costs.packet(packet))).max().orElse(0);
        return new TargetForecast(target, name(), packets, longest, known, new CriticalPath(parts).longestFirst(),
            String.format(Locale.ROOT, "the work of %s alone is %.0f ns", String.join(", ", packets), known));
    }

    private TargetForecast rate(final DeclaredTarget target, final List<String> packets)
    {
        final double share =
            packets.stream().mapToDouble(packet -> costs.packet(packet).firingShare()).max().orElse(1);
        final Throughput throughput = performance.throughput();
        final Scaling scaling = Scaling.of(order, knownOnly());
        return new TargetForecast(target, name(), packets, throughput.perSecond() * share,
            scaling.limitPerSecond() * share, List.of(new CriticalPath.Part(CriticalPath.Kind.WORK,
            throughput.limit(), throughput.bottleneck().nanos())), String.format(Locale.ROOT,
            "one node takes %,.0f/s; more nodes are bound by hops %,.0f/s, the unit %s %,.0f/s and the ingress " +
            "%,.0f/s; %s fires for %.0f %% of the instances", scaling.oneNodePerSecond(), scaling.hopsPerSecond(),
            scaling.widestUnit().stream().sorted().collect(Collectors.joining("+")), scaling.widestUnitPerSecond(),
            scaling.ingressPerSecond(), String.join(", ", packets), share * 100));
    }

    private CostModel knownOnly()
    {
        final Map<String, PacketCost> known = new LinkedHashMap<>();
        order.packets().forEach(packet ->
        {
            final PacketCost cost = costs.packet(packet);
            known.put(packet, new PacketCost(known(cost), cost.origin(), cost.priority(), cost.resourceDemand(),
                cost.failureProbability(), cost.firingShare()));
        });
        return new CostModel(costs.host(), known, costs.ratePerSecond());
    }

    private static double known(final PacketCost cost)
    {
        return cost.origin() == CostOrigin.ASSUMED ? 0 : cost.baseNanos();
    }

    private String name()
    {
        return performance.schedule().deployment().name();
    }
}

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
import java.util.Locale;
import java.util.stream.Collectors;

import io.packetflow.engine.analysis.performance.PerformanceAnalysis;
import io.packetflow.engine.analysis.performance.TargetForecast;
import io.packetflow.engine.analysis.performance.Throughput;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.DeclaredTarget;
import io.packetflow.engine.molecule.MolecularStructure;

/** Cold path. Judges predictions: only what no plan can keep is an error, since figures may be assumed. */
final class PerformanceFindings
{
    private static final int PARTS_NAMED = 4;

    private PerformanceFindings()
    {
    }

    static List<Finding> of(
        final MolecularStructure structure, final CostModel costs, final PerformanceAnalysis performance)
    {
        final List<Finding> findings = new ArrayList<>();
        structure.unreadableTargets().forEach(sentence -> findings.add(new Finding(
            Severity.ERROR, Rule.TARGET_UNREADABLE, List.of(structure.name()), sentence, "")));
        for (final DeclaredTarget target : structure.targets())
        {
            findings.add(performance.targets().stream().filter(forecast -> forecast.target().equals(target))
                .findFirst().map(PerformanceFindings::judge).orElseGet(() -> unmeasured(target)));
        }
        final Throughput throughput = performance.judged().throughput();
        if (costs.ratePerSecond() > throughput.perSecond())
        {
            findings.add(new Finding(Severity.WARNING, Rule.RATE_BOUND, List.of(throughput.bottleneck().node()),
                String.format(Locale.ROOT, "the declared rate of %,.0f/s is above what %s allows, %,.0f/s",
                costs.ratePerSecond(), throughput.limit(), throughput.perSecond()),
                "give the bottleneck's packets more nodes, or less work"));
        }
        return findings;
    }

    private static Finding unmeasured(final DeclaredTarget target)
    {
        return new Finding(Severity.NOTE, Rule.TARGET_UNMEASURED, List.of(target.name().toString()),
            target + " says of no packet that it is meant", "declare " + PerformanceAnalysis.MEASURES + ": \"" +
            target.name() + "\" of the packet");
    }

    private static Finding judge(final TargetForecast forecast)
    {
        if (forecast.isUnattainable())
        {
            return new Finding(Severity.ERROR, Rule.TARGET_UNATTAINABLE, forecast.packets(), forecast.target() +
                " is out of reach of every plan: " + forecast.working(),
                "lower the cost of these packets, or the target");
        }
        if (forecast.isMet())
        {
            return new Finding(Severity.NOTE, Rule.TARGET_FORECAST, forecast.packets(), forecast.toString(), "");
        }
        return new Finding(Severity.WARNING, Rule.TARGET_FORECAST, forecast.packets(), forecast + "; most of it is " +
            forecast.parts().stream().limit(PARTS_NAMED).map(part ->
            String.format(Locale.ROOT, "%s %.0f ns", part.what(), part.nanos())).collect(Collectors.joining(", ")),
            "shorten these, or fuse what they hop between");
    }
}

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
package io.packetflow.engine.chemistry;

import java.util.List;
import java.util.Locale;

import io.packetflow.engine.chemistry.dependency.CoordinationGroup;
import io.packetflow.engine.chemistry.emergent.FaultTolerance;
import io.packetflow.engine.chemistry.orbital.HybridOrbital;
import io.packetflow.engine.chemistry.orbital.Orbital;
import io.packetflow.engine.chemistry.property.ExecutionTime;
import io.packetflow.engine.chemistry.property.PacketProperties;
import io.packetflow.engine.chemistry.property.PropertyTable;
import io.packetflow.engine.chemistry.stability.BondEnergy;
import io.packetflow.engine.chemistry.stability.BondStrength;
import io.packetflow.engine.chemistry.stability.FailurePrediction;
import io.packetflow.engine.chemistry.stability.PacketStress;
import io.packetflow.engine.chemistry.stability.Stability;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.cli.TextTable;

/** Cold path. Writes a report as text. Long lists are cut, and say how long they are. */
final class ChemistryPicture
{
    private static final int LISTED = 20;

    private final ChemistryReport report;
    private final StringBuilder text = new StringBuilder(4_096);

    private ChemistryPicture(final ChemistryReport report)
    {
        this.report = report;
    }

    static String of(final ChemistryReport report)
    {
        final ChemistryPicture picture = new ChemistryPicture(report);
        picture.writeHead();
        picture.writePackets();
        picture.writePredictions();
        picture.writeBonds();
        picture.writeStability();
        picture.writeWhole();
        picture.writeOrbitals();
        picture.writeDependencies();
        return picture.text.toString();
    }

    private static String format(final String pattern, final Object... values)
    {
        return String.format(Locale.ROOT, pattern, values);
    }

    private void section(final String title, final TextTable table)
    {
        text.append('\n').append(title).append('\n').append(table.plain().indent(2));
    }

    private void line(final String name, final String value)
    {
        text.append(format("  %-20s %s", name, value)).append('\n');
    }

    private void writeHead()
    {
        final Workload workload = report.workload();
        text.append(format("Chemistry of %s: %d packets, %d bonds, on %d node(s)",
            workload.graph().structure().name(), workload.graph().size(),
            workload.graph().structure().bonds().size(), workload.placement().nodes())).append('\n');
        text.append("Host: ").append(workload.host().origin()).append("; rate: ").append(
            workload.costs().ratePerSecond() > 0 ? format("%,.0f/s", workload.costs().ratePerSecond()) :
                "none declared").append('\n');
    }

    private void writePackets()
    {
        final TextTable table = new TextTable("packet", "element", "base ns", "origin", "priority", "ionisation ns",
            "affects", "radius ns", "demand cores", "electronegativity", "core first", "decided by")
            .right(2, 4, 5, 6, 7, 8, 9, 10);
        for (final PacketProperties packet : report.properties().packets())
        {
            final PropertyTable.CoreRank rank = report.properties().ranking().stream()
                .filter(candidate -> candidate.packet().equals(packet.packet().name())).findFirst().orElseThrow();
            table.row(packet.packet().name(), packet.packet().element().qualifiedSymbol(),
                format("%.1f", packet.baseNanos()), packet.origin().toString(), format("%.2f", packet.priority()),
                format("%.1f", packet.ionisationNanos()), String.valueOf(packet.affected().size()),
                format("%.1f", packet.atomicRadiusNanos()), format("%.4f", packet.demandCores()),
                format("%.4f", packet.electronegativityCores()), String.valueOf(rank.place()), rank.decidedBy());
        }
        section("Packets (periodic properties)", table);
    }

    private void writePredictions()
    {
        final TextTable table = new TextTable("packet", "base ns", "x load", "x group", "= time ns", "failure/h",
            "x stress", "= failure/h").right(1, 2, 3, 4, 5, 6, 7);
        for (int packet = 0; packet < report.times().size(); packet++)
        {
            final ExecutionTime time = report.times().get(packet);
            final FailurePrediction failure = report.failures().get(packet);
            table.row(time.packet(), format("%.1f", time.baseNanos()), format("%.3f", time.loadFactor()),
                format("%.3f", time.groupEfficiency()), format("%.1f", time.nanos()),
                format("%.2e", failure.intrinsicPerHour()), format("%.3f", failure.environmentalStress()),
                format("%.2e", failure.probabilityPerHour()));
        }
        section("Predictions (theorems 3.2 and 3.3)", table);
    }

    private void writeBonds()
    {
        if (report.energies().isEmpty())
        {
            return;
        }
        final TextTable table = new TextTable("bond", "dependency", "coupling", "x frequency", "x criticality",
            "= strength", "energy ns", "activation ns", "interaction").right(2, 3, 4, 5, 6, 7, 8);
        for (int bond = 0; bond < report.energies().size(); bond++)
        {
            final BondStrength strength = report.stability().strengths().get(bond);
            final BondEnergy energy = report.energies().get(bond);
            table.row(strength.bond().toString(), strength.dependency().toString(),
                format("%.1f", strength.dependency().couplingFactor()), format("%.4f", strength.frequency()),
                format("%.4f", strength.criticality()), format("%.4f", strength.strength()),
                format("%.1f", energy.energyNanos()), format("%.1f", energy.activationNanos()),
                format("%.3f", report.interactions().get(bond).probability()));
        }
        section("Bonds", table);
    }

    private void writeStability()
    {
        final Stability stability = report.stability();
        text.append("\nStability\n");
        line("bond strength", format("%.4f", stability.bondStrength()));
        line("internal stress", format("%.4f", stability.internalStress()));
        for (final PacketStress stress : stability.stresses())
        {
            if (stress.contention() > 0)
            {
                line("  of " + stress.packet(), format("%.4f for tables, %.4f for its core, rivals %s",
                    stress.tableContention(), stress.coreContention(), stress.rivals()));
            }
        }
        line("stability", format("%.4f, threshold %.4f: %s", stability.stability(), stability.threshold(),
            stability.isStable() ? "stable" : "not stable"));
        writeSome("conflict", stability.conflicts().stream().map(Stability.Conflict::reason).toList());
        line("binding energy", format("%.1f ns an instance", report.bindingNanos()));
        line("resonance", report.resonance().toString());
    }

    private void writeWhole()
    {
        final FaultTolerance tolerance = report.faultTolerance();
        text.append("\nThe whole\n");
        line("throughput", format("%,.0f/s = %,.0f/s x parallelism %.3f x efficiency %.3f (node %d is the busiest)",
            report.throughput().perSecond(), report.throughput().basePerSecond(),
            report.throughput().parallelismFactor(), report.throughput().efficiencyBonus(),
            report.throughput().busiestNode()));
        line("fault tolerance", format("%s%.12f an hour (fails: %.3e), from %s to %s", tolerance.exact() ? "" :
            "at least ", tolerance.survivalPerHour(), tolerance.failurePerHour(), some(tolerance.sources()),
            some(tolerance.sinks())));
        line("resource efficiency", format("%.4f: work for %.4f cores on %d at %,.0f/s",
            report.efficiency().efficiency(), report.efficiency().workCores(), report.efficiency().nodes(),
            report.efficiency().perSecond()));
    }

    private void writeOrbitals()
    {
        text.append('\n').append(format("Orbitals: %d bonding, %d antibonding, %d non-bonding pairs, %d hybrids%s",
            report.orbitals().bonding().size(), report.orbitals().antibonding().size(),
            report.orbitals().nonbonding(), report.orbitals().hybrids().size(),
            report.orbitals().hybridsComplete() ? "" : " found before the search was ended"))
            .append('\n');
        writeSome("bonding", report.orbitals().bonding().stream().map(ChemistryPicture::text).toList());
        writeSome("antibonding", report.orbitals().antibonding().stream().map(ChemistryPicture::text).toList());
        writeSome("hybrid", report.orbitals().hybrids().stream().map(ChemistryPicture::text).toList());
    }

    private static String text(final Orbital orbital)
    {
        return format("%s + %s (%+.0f ns): %s", orbital.first(), orbital.second(), orbital.gainNanos(),
            String.join("; ", orbital.reasons()));
    }

    private static String text(final HybridOrbital hybrid)
    {
        return format("%s (%+.0f ns): %s", some(hybrid.packets()), hybrid.gainNanos(), hybrid.reason());
    }

    private void writeDependencies()
    {
        text.append("\nDependencies\n");
        line("temporal", report.temporal().pairs() + " ordered pairs, " +
            (report.temporal().isStrictPartialOrder() ? "a strict partial order" : "a cycle"));
        line("resource", report.resources().dependencies().size() + " covalent pairs, " +
            report.resources().cycles().size() + " cycle(s)");
        writeSome("cycle", report.resources().cycles());
        writeSome("coordination", report.coordination().stream().map(ChemistryPicture::text).toList());
    }

    private static String text(final CoordinationGroup group)
    {
        return some(group.packets()) + (group.complete() ? ", each with each" : ", some only through others") +
            ", they meet at " + (group.gate().isEmpty() ? "the release of the slot" : group.gate());
    }

    private void writeSome(final String name, final List<String> values)
    {
        values.stream().limit(LISTED).forEach(value -> line(name, value));
        if (values.size() > LISTED)
        {
            line(name, "and " + (values.size() - LISTED) + " more");
        }
    }

    private static String some(final List<String> names)
    {
        return names.size() <= LISTED ? names.toString() :
            names.subList(0, LISTED).toString().replace("]", ", and " + (names.size() - LISTED) + " more]");
    }
}

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
package io.packetflow.engine.chemistry.reaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.PacketCost;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Holds reactions to the laws of theorem 6.12: mass, energy, momentum ({@link ConservationLaw}). Takes
 * structures that are not sound too: a product with an ionic cycle breaks the law of momentum.
 */
public final class Conservation
{
    private static final double ROUNDING = 1e-9;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Function<MolecularStructure, CostModel> costs;
    private final Set<String> replicas;
    private final List<ConservationReport.Violation> violations = new ArrayList<>();

    private Conservation(final Function<MolecularStructure, CostModel> costs, final Set<String> replicas)
    {
        this.costs = costs;
        this.replicas = replicas;
    }

    /**
     * Checks a reaction.
     *
     * @param reaction that took place
     * @param costs of each structure, such as {@code structure -> CostModel.declared(structure, host)}
     * @return the report
     */
    public static ConservationReport check(
        final Reaction reaction, final Function<MolecularStructure, CostModel> costs)
    {
        return check(reaction.description(), costs, reaction.reactants(), reaction.products(), reaction.replicas());
    }

    /**
     * Checks a transformation.
     *
     * @param what happened, for people
     * @param costs of each structure
     * @param before structures that went in
     * @param after structures that came out
     * @param replicas packets of these that are copies, names
     * @return the report
     */
    public static ConservationReport check(
        final String what,
        final Function<MolecularStructure, CostModel> costs,
        final List<MolecularStructure> before,
        final List<MolecularStructure> after,
        final Set<String> replicas)
    {
        final Conservation check = new Conservation(costs, replicas);
        final String place = String.join(", ", after.stream().map(MolecularStructure::name).toList());
        check.checkMass(place, check.amounts(before, false), check.amounts(after, false));
        check.checkEnergy(place, check.amounts(before, true), check.amounts(after, true));
        check.checkMomentum(before, after);
        return new ConservationReport(
            what, check.amounts(before, false), check.amounts(after, false), check.violations);
    }

    private ConservationReport.Amounts amounts(
        final List<MolecularStructure> structures, final boolean withoutReplicas)
    {
        double workNanos = 0;
        double cores = 0;
        long bytes = 0;
        int resources = 0;
        int packets = 0;
        for (final MolecularStructure structure : structures)
        {
            final CostModel model = costs.apply(structure);
            final Set<String> names = new HashSet<>();
            for (final Constituent packet : structure.composition())
            {
                if (withoutReplicas && replicas.contains(packet.name()))
                {
                    continue;
                }
                final PacketCost cost = model.packet(packet.name());
                final double work = cost.baseNanos() * cost.firingShare();
                workNanos += work;
                cores += cost.resourceDemand() > 0 ? cost.resourceDemand() :
                    model.ratePerSecond() * work / NANOS_PER_SECOND;
                bytes += packet.payloadBytes();
                names.addAll(packet.resources());
                packets++;
            }
            resources += names.size();
        }
        return new ConservationReport.Amounts(workNanos, cores, bytes, resources, packets);
    }

    private void violate(final ConservationLaw law, final String place, final String message)
    {
        violations.add(new ConservationReport.Violation(law, place, message));
    }

    private static boolean exceeds(final double value, final double limit)
    {
        return value > limit + ROUNDING * Math.max(1, Math.abs(limit));
    }

    private void checkMass(
        final String place, final ConservationReport.Amounts before, final ConservationReport.Amounts after)
    {
        if (exceeds(after.workNanos(), before.workNanos()) || exceeds(before.workNanos(), after.workNanos()))
        {
            violate(ConservationLaw.MASS, place, "work was " + before.workNanos() + " ns an instance and is " +
                after.workNanos() + "; a packet or part of its firing share was added or lost");
        }
    }

    private void checkEnergy(
        final String place, final ConservationReport.Amounts before, final ConservationReport.Amounts after)
    {
        grows(place, "cores", before.demandCores(), after.demandCores());
        grows(place, "slot bytes", (double)before.slotBytes(), (double)after.slotBytes());
        grows(place, "resources", before.resources(), after.resources());
    }

    private void grows(final String place, final String what, final double before, final double after)
    {
        if (exceeds(after, before))
        {
            violate(ConservationLaw.ENERGY, place, what + " required were " + before + " and are " + after +
                "; name replicas as such, or take something that requires no more");
        }
    }

    private void checkMomentum(final List<MolecularStructure> before, final List<MolecularStructure> after)
    {
        final Map<String, Integer> left = new HashMap<>();
        after.forEach(structure -> structure.names().forEach(name -> left.merge(name, 1, Integer::sum)));
        final Set<String> stuckBefore = new HashSet<>();
        for (final MolecularStructure structure : before)
        {
            final Set<String> live = live(structure);
            structure.names().stream().filter(name -> !live.contains(name)).forEach(stuckBefore::add);
            for (final String name : structure.names())
            {
                if (left.merge(name, -1, Integer::sum) < 0)
                {
                    violate(ConservationLaw.MOMENTUM, name, "it was in " + structure.name() + " and is gone");
                }
            }
        }
        for (final MolecularStructure structure : after)
        {
            final Set<String> live = live(structure);
            structure.names().stream().filter(name -> !live.contains(name) && !stuckBefore.contains(name)).forEach(
                name -> violate(ConservationLaw.MOMENTUM, name, "no path from a source of " + structure.name() +
                    " lets it start; a bond makes it wait for itself or for a packet that is not there"));
        }
    }

    /**
     * Returns the packets that can start: those that wait for nobody, then those that wait for these only. So a path
     * leads to each from a source, and none waits for a cycle or for a packet that does not exist.
     */
    static Set<String> live(final MolecularStructure structure)
    {
        final Map<String, Integer> waiting = new HashMap<>();
        final Map<String, List<String>> after = new HashMap<>();
        structure.names().forEach(name -> waiting.put(name, 0));
        for (final Bond bond : structure.bonds())
        {
            if (bond.type() == BondType.IONIC)
            {
                waiting.merge(bond.to(), 1, Integer::sum);
                after.computeIfAbsent(bond.from(), unseen -> new ArrayList<>()).add(bond.to());
            }
        }
        final List<String> open = new ArrayList<>(
            structure.names().stream().filter(name -> waiting.get(name) == 0).toList());
        final Set<String> live = new HashSet<>();
        while (!open.isEmpty())
        {
            final String next = open.remove(open.size() - 1);
            live.add(next);
            for (final String successor : after.getOrDefault(next, List.of()))
            {
                if (waiting.merge(successor, -1, Integer::sum) == 0)
                {
                    open.add(successor);
                }
            }
        }
        return live;
    }
}

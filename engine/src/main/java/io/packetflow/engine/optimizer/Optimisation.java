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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.analysis.performance.Deployment;
import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.MoleculeException;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.engine.plan.PlanOptions;

/**
 * Cold path. What the optimiser came to. Equal inputs give equal optimisations and equal texts.
 *
 * @param original structure that was optimised
 * @param structure with the bonds that are left
 * @param steps that were accepted, in their order
 * @param before what was predicted of the original, each packet on the core of its group
 * @param after what is predicted of the result
 * @param home name of the node of each packet before the first step, in order of composition
 * @param placement name of the node of each packet, the Journal's left out
 * @param sequencingNode name of the node that sequences
 * @param packing packets whose areas lie first in a slot, in this order
 * @param cuts packets that begin a stage even where they could join an earlier one of their node
 * @param deployment stages and nodes as the planner makes them of the placement
 */
public record Optimisation(
    MolecularStructure original,
    MolecularStructure structure,
    List<OptimisationStep> steps,
    Prediction before,
    Prediction after,
    Map<String, String> home,
    Map<String, String> placement,
    String sequencingNode,
    List<String> packing,
    List<String> cuts,
    Deployment deployment)
{
    /** Copies the collections. */
    public Optimisation
    {
        steps = List.copyOf(steps);
        home = Collections.unmodifiableMap(new LinkedHashMap<>(home));
        placement = Collections.unmodifiableMap(new LinkedHashMap<>(placement));
        packing = List.copyOf(packing);
        cuts = List.copyOf(cuts);
    }

    /**
     * Asks the planner for the placement that was found.
     *
     * @param base other options: clock, rings, durability and so on
     * @return the options with grouping FUSED, a node by hand for each packet that is not where instances are
     *         sequenced, the cuts and the packing
     */
    public PlanOptions planOptions(final PlanOptions base)
    {
        return planOptions(base.withCuts(Set.copyOf(cuts)), placement, packing);
    }

    /**
     * Asks the planner for the placement that the optimiser began with.
     *
     * @param base other options
     * @return the options
     */
    public PlanOptions planOptionsBefore(final PlanOptions base)
    {
        return planOptions(base.withCuts(Set.of()), home, List.of());
    }

    private PlanOptions planOptions(
        final PlanOptions base, final Map<String, String> nodeOf, final List<String> first)
    {
        PlanOptions options = base.withGrouping(Grouping.FUSED).withNodes(NodePolicy.ONE_NODE).withPacking(first);
        for (final Map.Entry<String, String> entry : nodeOf.entrySet())
        {
            if (!entry.getValue().equals(sequencingNode))
            {
                options = options.withPlacement(entry.getKey(), entry.getValue());
            }
        }
        return options;
    }

    /**
     * Changes a molecule as its structure was changed. What it computes and sends stays the same, instance by instance.
     *
     * @param molecule whose structure was optimised
     * @return the molecule with the bonds that are left
     * @throws ChemistryException if it is not the molecule that was optimised, or a packet speaks to the outside
     *                            although it declares no effects and a bond was relaxed for that
     * @throws MoleculeException if the product breaks a rule of molecules
     */
    public Molecule apply(final Molecule molecule)
    {
        final String what = "optimisation of " + molecule.name();
        final MolecularStructure known = molecule.structure();
        if (!known.names().equals(original.names()) || !known.bonds().equals(original.bonds()))
        {
            throw new ChemistryException(what, List.of("another structure was optimised, " + original.name() +
                " with the packets " + original.names() + " and the bonds " + original.bonds() +
                "; optimise this molecule"));
        }
        if (structure.bonds().equals(original.bonds()))
        {
            return molecule;
        }
        requireNoEffects(what, molecule);
        final Molecule.Builder product = Molecule.named(molecule.name());
        molecule.kinds().forEach(product::kind);
        molecule.resources().forEach(product::resource);
        molecule.packets().forEach(product::packet);
        structure.bonds().forEach(product::bond);
        molecule.properties().forEach(product::property);
        return product.build();
    }

    private void requireNoEffects(final String what, final Molecule molecule)
    {
        final List<String> reasons = new ArrayList<>();
        for (final Bond bond : original.bonds())
        {
            if (!structure.bonds().contains(bond) &&
                molecule.packet(bond.from()).filter(Packet::isReleasing).isPresent())
            {
                reasons.add("the bond " + bond + " was relaxed because " + bond.from() + " declares that it has no " +
                    "effects, but its handler releases something; drop the property " + PacketConduct.EFFECTS);
            }
        }
        if (!reasons.isEmpty())
        {
            throw new ChemistryException(what, reasons);
        }
    }

    /** Returns the gain of all steps as a share of what was predicted before, in percent. */
    public double gainPercent()
    {
        return steps.isEmpty() ? 0 : new OptimisationStep(StepKind.LOCALITY, "", "", before, after,
            steps.get(0).goal()).gainPercent();
    }

    /** Returns the steps and the placement as text of several lines. */
    @Override
    public String toString()
    {
        return OptimisationPicture.of(this);
    }
}

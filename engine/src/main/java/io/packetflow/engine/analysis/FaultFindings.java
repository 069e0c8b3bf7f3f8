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

import io.packetflow.engine.analysis.fault.ByzantineBound;
import io.packetflow.engine.analysis.fault.Resilience;
import io.packetflow.engine.molecule.MolecularStructure;

/** Cold path. Judges what failures a molecule survives. */
final class FaultFindings
{
    private FaultFindings()
    {
    }

    static List<Finding> of(
        final MolecularStructure structure, final Resilience resilience, final List<ByzantineBound> bounds)
    {
        final List<Finding> findings = new ArrayList<>();
        if (resilience.toleratedFailures() == 0)
        {
            findings.add(new Finding(Severity.NOTE, Rule.SINGLE_POINT_OF_FAILURE, resilience.cut(),
                "nothing passes where " + String.join(", ", resilience.cut()) + " fails", ""));
        }
        ByzantineBound.unreadable(structure).forEach(sentence -> findings.add(new Finding(
            Severity.ERROR, Rule.BYZANTINE_UNREADABLE, List.of(structure.name()), sentence, "")));
        bounds.forEach(bound -> addBound(bound, findings));
        return findings;
    }

    private static void addBound(final ByzantineBound bound, final List<Finding> findings)
    {
        if (!bound.holds())
        {
            findings.add(new Finding(Severity.ERROR, Rule.BYZANTINE_BOUND, List.of(bound.owner()), bound.owner() +
                " wants to tolerate f = " + bound.faults() + " faulty members and has n = " + bound.members().size() +
                "; n >= 3f + 1 = " + bound.needed() + " are needed", "add " + bound.missing() + ", or lower " +
                ByzantineBound.PROPERTY));
        }
        for (final Set<String> stage : bound.sharing())
        {
            findings.add(new Finding(Severity.WARNING, Rule.BYZANTINE_STAGE, List.copyOf(stage), "the members " +
                String.join(", ", stage) + " of " + bound.owner() + " are one stage, so they fail together",
                "give each of them resources of its own"));
        }
    }
}

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

import io.packetflow.engine.analysis.contract.Conditions;
import io.packetflow.engine.analysis.contract.Contract;
import io.packetflow.engine.analysis.contract.ContractCheck;
import io.packetflow.engine.molecule.MolecularStructure;

/** Cold path. Judges contracts. */
final class ContractFindings
{
    private ContractFindings()
    {
    }

    static List<Finding> of(final MolecularStructure structure, final ContractCheck check)
    {
        final List<Finding> findings = new ArrayList<>();
        Contract.unreadable(structure).forEach(sentence -> findings.add(new Finding(
            Severity.ERROR, Rule.CONTRACT_UNREADABLE, List.of(structure.name()), sentence, "")));
        check.missing().forEach(missing -> findings.add(new Finding(Severity.ERROR, Rule.CONTRACT_IMPLICATION,
            List.of(missing.consumer(), missing.provider()), missing.toString(),
            "promise " + missing.required().of(missing.field()) + " there, or require less")));
        if (!check.obligations().equals(Conditions.NONE) && Contract.of(structure).requires().equals(Conditions.NONE))
        {
            findings.add(new Finding(Severity.NOTE, Rule.CONTRACT_INPUT, List.of(structure.name()),
                "packets of " + structure.name() + " take for granted of the input: " + check.obligations(),
                "declare it as " + Contract.REQUIRES + " of the molecule"));
        }
        return findings;
    }
}

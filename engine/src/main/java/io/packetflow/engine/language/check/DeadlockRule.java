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
package io.packetflow.engine.language.check;

import java.util.Map;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.resource.Placement;
import io.packetflow.engine.analysis.resource.ResourceSafety;
import io.packetflow.engine.analysis.resource.Separation;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Identifier;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Finds packets that would wait for each other's resources for ever, wherever they are placed (theorem 6.3).
 * Where a placement helps, the missing covalent bonds are all that is to be said.
 */
final class DeadlockRule
{
    private DeadlockRule()
    {
    }

    static void check(
        final Identifier molecule, final MolecularStructure structure, final Names names, final Scope scope)
    {
        final Separation separation = Separation.of(structure, Map.of());
        if (separation.groups().isEmpty() || !names.mayAnalyse())
        {
            return;
        }
        final CausalOrder order = CausalOrder.of(structure);
        final ResourceSafety safety =
            ResourceSafety.of(structure, order, Placement.apart(order), separation);
        if (safety.verdict() == ResourceSafety.Verdict.INEVITABLE)
        {
            scope.report(scope.at(molecule, DiagnosticCode.RESOURCE_CYCLE, "every placement of " + molecule +
                " can deadlock: " + safety.cycle().orElseThrow() + ", as " + String.join("; ", safety.apart()))
                .suggestion("let its packets name their resources in one order, or give each its own")
                .rule("a resource graph without cycles has no deadlocks (theorem 6.3)"));
        }
    }
}

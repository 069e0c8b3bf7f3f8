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
package io.packetflow.engine.language.types;

import java.util.List;

import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.check.CheckedReactor;
import io.packetflow.engine.language.check.RoutingFunction;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.SyntaxNode;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. What packets of type PacketType(CF, *) are not part of (thesis §3.1.2): control flow is neither replicated
 * nor reordered.
 */
final class GroupRules
{
    private static final Type CONTROL_FLOW = Type.Packet.of(PeriodicGroup.CF);
    private static final String RULE = PeriodicGroup.CF.title() + " packets are " + PeriodicGroup.CF.rule();

    private final CheckedProgram program;
    private final Diagnostics diagnostics;

    GroupRules(final CheckedProgram program, final Diagnostics diagnostics)
    {
        this.program = program;
        this.diagnostics = diagnostics;
    }

    void check()
    {
        program.reactors().forEach(this::check);
        program.declaredMolecules().forEach(this::check);
    }

    private void check(final CheckedReactor reactor)
    {
        for (final CheckedReactor.Policy policy : reactor.policies())
        {
            if (Subtyping.isSubtype(Type.Packet.of(policy.element()), CONTROL_FLOW))
            {
                policy.steps().stream().filter(step -> step.function() == RoutingFunction.REPLICATE &&
                    !step.arguments().isEmpty()).forEach(step -> tell(
                    DiagnosticCode.CONTROL_FLOW_REPLICATED, reactor.source(), step.arguments().get(0), "packets of " +
                    policy.element().qualifiedSymbol() + " are replicated", "take replicate(...) away"));
            }
        }
    }

    private void check(final CheckedMolecule molecule)
    {
        for (final Bond bond : molecule.structure().bonds())
        {
            if (bond.type() == BondType.METALLIC && isControlFlow(molecule, bond.from()) &&
                isControlFlow(molecule, bond.to()))
            {
                tell(DiagnosticCode.CONTROL_FLOW_REORDERED, molecule.source(), place(molecule, bond), "the bond " +
                    bond + " leaves the order of two control-flow packets open", "make it :ionic");
            }
        }
    }

    private static boolean isControlFlow(final CheckedMolecule molecule, final String packet)
    {
        return molecule.structure().packet(packet)
            .filter(found -> Subtyping.isSubtype(Type.Packet.of(found.element()), CONTROL_FLOW)).isPresent();
    }

    /** Finds where a bond is written, else the name of its molecule. */
    private static SyntaxNode place(final CheckedMolecule molecule, final Bond bond)
    {
        final SyntaxNode[] place = {molecule.definition().name()};
        Children.visit(molecule.definition(), node ->
        {
            if (node instanceof Expression.Tuple tuple && names(tuple).equals(List.of(bond.from(), bond.to())) &&
                tuple.elements().get(2) instanceof Expression.Atom type && type.text().equals("metallic"))
            {
                place[0] = tuple;
            }
        });
        return place[0];
    }

    private static List<String> names(final Expression.Tuple tuple)
    {
        return tuple.elements().size() < 3 ? List.of() : tuple.elements().subList(0, 2).stream()
            .map(end -> end instanceof Expression.Name name ? name.text() : "").toList();
    }

    private void tell(
        final DiagnosticCode code, final SourceFile source, final SyntaxNode place, final String message,
        final String suggestion)
    {
        diagnostics.report(Diagnostic.of(code, source, place.span(), message).rule(RULE).suggestion(suggestion));
    }
}

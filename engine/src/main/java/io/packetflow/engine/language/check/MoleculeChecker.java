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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.engine.cost.CostProperty;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.DeclaredTarget;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.TargetName;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Checks one molecule: composition, what its bonds come to, properties. */
final class MoleculeChecker
{
    private static final String COMPOSITION = "composition";
    private static final String BONDS = "bonds";
    private static final String PROPERTIES = "properties";
    private static final String INPUTS = "inputs";
    private static final List<String> SECTIONS = List.of(INPUTS, COMPOSITION, BONDS, PROPERTIES);
    /** As in the rules of a molecule that is built in Java: a STOP is one bit of a long. */
    private static final int MAX_PACKETS = 63;

    private final Definition.Molecule molecule;
    private final ParsedSource parsed;
    private final Names names;
    private final Scope scope;

    private MoleculeChecker(
        final Definition.Molecule molecule, final ParsedSource parsed, final Names names, final Scope scope)
    {
        this.molecule = molecule;
        this.parsed = parsed;
        this.names = names;
        this.scope = scope;
    }

    /** Returns the molecule, if it has no errors and none of its packets has. */
    static Optional<CheckedMolecule> check(
        final Definition.Molecule molecule, final ParsedSource parsed, final Names names, final Scope scope)
    {
        return new MoleculeChecker(molecule, parsed, names, scope).check();
    }

    private Optional<CheckedMolecule> check()
    {
        Sections.check(molecule.name(), "molecule", molecule.sections(), SECTIONS, COMPOSITION, scope);
        final List<Expression.Name> composition = composition();
        final List<Constituent> packets = composition.stream().map(name -> names.packet(name.text()))
            .flatMap(Optional::stream).map(CheckedPacket::constituent).toList();
        checkParticipants(composition);
        final List<CheckedInput> inputs =
            section(INPUTS).map(section -> InputReader.read(section, scope)).orElse(List.of());
        final List<Entry> properties = properties();
        properties.forEach(this::checkProperty);
        final BondChecker bonds = new BondChecker(
            composition.stream().map(Expression.Name::text).toList(), names, scope);
        // Without a composition every end of a bond would be a packet that is not in it.
        final List<Bond> found =
            composition.isEmpty() ? List.of() : section(BONDS).map(bonds::check).orElse(List.of());
        final MolecularStructure structure =
            new MolecularStructure(molecule.name().text(), packets, found, Values.texts(properties));
        bonds.checkTogether(structure);
        if (!scope.hasErrors() && packets.size() == composition.size())
        {
            DeadlockRule.check(molecule.name(), structure, names, scope);
        }
        checkResources(composition, structure);
        final boolean isWhole = !scope.hasErrors() && packets.size() == composition.size() && !packets.isEmpty();
        return isWhole ? Optional.of(new CheckedMolecule(structure, inputs, scope.source(), molecule)) :
            Optional.empty();
    }

    private Optional<Entry> section(final String key)
    {
        return Values.entry(molecule.sections(), key);
    }

    /** Returns the names in the composition, each once. */
    private List<Expression.Name> composition()
    {
        final List<Expression.Name> composition = new ArrayList<>();
        final Optional<Entry> section = section(COMPOSITION);
        if (section.isPresent() && section.get().value() instanceof Expression.ListOf list && list.tail().isEmpty())
        {
            if (list.elements().isEmpty() || list.elements().size() > MAX_PACKETS)
            {
                scope.report(scope.at(list, DiagnosticCode.COMPOSITION_SIZE,
                    "the composition has " + list.elements().size() + " packets").expected("1 to " + MAX_PACKETS, ""));
                return composition;
            }
            final Set<String> seen = new HashSet<>();
            for (final Expression element : list.elements())
            {
                if (!(element instanceof Expression.Name name))
                {
                    scope.wrongForm(element, "a composition consists of packets", "the name of a packet");
                }
                else if (!seen.add(name.text()))
                {
                    scope.report(scope.at(element, DiagnosticCode.DUPLICATE_PACKET,
                        "packet " + name.text() + " stands twice in the composition").suggestion("take one away"));
                }
                else
                {
                    composition.add(name);
                    checkDeclared(name);
                }
            }
        }
        else if (section.isPresent())
        {
            scope.wrongForm(section.get().value(), "a composition is a list", "packets, such as [Book, Strategy]");
        }
        return composition;
    }

    private void checkDeclared(final Expression.Name name)
    {
        if (!names.isDeclared(name.text()))
        {
            final String near = NearestName.find(name.text(), names.declared());
            scope.report(scope.at(name, DiagnosticCode.UNKNOWN_PACKET, "packet " + name.text() + " is not declared")
                .suggestion(near == null ? "declare it here, in a file that is imported, or in one given with " +
                "--packets:\n" + Declarations.of(name, parsed) : "did you mean '" + near + "'?"));
        }
    }

    private void checkParticipants(final List<Expression.Name> composition)
    {
        final Set<String> members = composition.stream().map(Expression.Name::text).collect(Collectors.toSet());
        for (final Expression.Name name : composition)
        {
            for (final String participant : names.packet(name.text())
                .map(packet -> packet.constituent().participants()).orElse(List.of()))
            {
                if (!members.contains(participant))
                {
                    scope.report(scope.at(name, DiagnosticCode.NOT_IN_COMPOSITION, "packet " + name.text() +
                        " names the participant " + participant + ", which is not in the composition")
                        .didYouMean(NearestName.find(participant, members)));
                }
            }
        }
    }

    private List<Entry> properties()
    {
        final List<Entry> properties = new ArrayList<>();
        final Optional<Entry> section = section(PROPERTIES);
        if (section.isPresent() && section.get().value() instanceof Expression.MapOf map)
        {
            map.items().forEach(item ->
            {
                if (item instanceof Entry entry)
                {
                    properties.add(entry);
                }
                else
                {
                    scope.wrongForm(item, "a property has a name", "name: value");
                }
            });
        }
        else if (section.isPresent())
        {
            scope.wrongForm(section.get().value(), "properties are a map", "%{tick_to_trade: \"< 500ns\"}");
        }
        return properties;
    }

    private void checkProperty(final Entry entry)
    {
        final String key = entry.key().text();
        final String text = Values.text(entry.value());
        final Optional<TargetName> target = TargetName.of(key);
        if (target.isPresent() && DeclaredTarget.read(target.get(), text).isEmpty())
        {
            scope.report(scope.at(entry.value(), DiagnosticCode.UNREADABLE_TARGET,
                "the target " + key + ": \"" + text + "\" cannot be read").expected(target.get().isRate() ?
                "a rate, as in \">= 1M orders/s\"" :
                "a comparison and a duration, as in \"< 500ns\" or \"< 2us P99.9\"", ""));
        }
        if (key.equals(CostProperty.RATE.toString()) && !CostProperty.RATE.isReadable(text))
        {
            scope.report(scope.at(entry.value(), DiagnosticCode.UNREADABLE_COST,
                "rate of molecule " + molecule.name() + " cannot be read").expected(CostProperty.RATE.form(), ""));
        }
        if (key.equals(LiveOrders.PROPERTY))
        {
            checkLiveOrders(entry, text);
        }
    }

    private void checkLiveOrders(final Entry entry, final String text)
    {
        try
        {
            LiveOrders.ADOPTED.with(text);
        }
        catch (final IllegalArgumentException e)
        {
            scope.report(scope.at(entry.value(), DiagnosticCode.UNREADABLE_LIVE_ORDERS, e.getMessage())
                .expected("as in \"stop=cancel, failure=adopt\"", ""));
        }
    }

    /** A resource has one writer: all who use it form one stage. */
    private void checkResources(final List<Expression.Name> composition, final MolecularStructure structure)
    {
        final List<Set<String>> stages = new BondGraph(structure).stages();
        final List<String> resources = structure.composition().stream()
            .flatMap(packet -> packet.resources().stream()).distinct().toList();
        for (final String resource : resources)
        {
            final List<String> users = structure.composition().stream()
                .filter(packet -> packet.resources().contains(resource)).map(Constituent::name).toList();
            if (users.size() > 1 && stages.stream().noneMatch(stage -> stage.containsAll(users)))
            {
                final Expression.Name last = composition.stream()
                    .filter(name -> name.text().equals(users.get(users.size() - 1))).findFirst().orElseThrow();
                scope.report(scope.at(last, DiagnosticCode.UNBONDED_RESOURCE, "the resource " + resource +
                    " is used by " + String.join(", ", users) + " without covalent bonds among them")
                    .suggestion("add {" + users.get(0) + ", " + users.get(1) + ", :covalent}, or split the resource")
                    .rule("a resource has one writer"));
            }
        }
    }
}

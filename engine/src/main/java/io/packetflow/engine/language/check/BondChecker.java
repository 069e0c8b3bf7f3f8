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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. Checks the bonds of one molecule, one by one and together (thesis §3.2.1). */
final class BondChecker
{
    private static final String STRICT = "strict";
    private static final String RESOURCE = "resource";
    private static final String FORM = "{From, To, :type} or {From, To, :type, %{strict: true}}";
    private static final Map<String, BondType> TYPES = Map.of("ionic", BondType.IONIC, "covalent", BondType.COVALENT,
        "metallic", BondType.METALLIC, "vdw", BondType.VAN_DER_WAALS, "van_der_waals", BondType.VAN_DER_WAALS);

    private final List<String> composition;
    private final Names names;
    private final Scope scope;
    private final Map<Bond, Expression> places = new HashMap<>();

    BondChecker(final List<String> composition, final Names names, final Scope scope)
    {
        this.composition = composition;
        this.names = names;
        this.scope = scope;
    }

    /** Returns the bonds of a section, those with errors left out. */
    List<Bond> check(final Entry section)
    {
        final List<Bond> bonds = new ArrayList<>();
        if (!(section.value() instanceof Expression.ListOf list) || list.tail().isPresent())
        {
            scope.wrongForm(section.value(), "bonds are a list", "[{A, B, :ionic}, ...]");
            return bonds;
        }
        for (final Expression element : list.elements())
        {
            bond(element).ifPresent(bond -> add(bond, element, bonds));
        }
        return bonds;
    }

    private void add(final Bond bond, final Expression place, final List<Bond> bonds)
    {
        final boolean isKnown = bonds.stream().anyMatch(other -> other.from().equals(bond.from()) &&
            other.to().equals(bond.to()) && other.type() == bond.type() && other.resource().equals(bond.resource()));
        if (isKnown)
        {
            scope.report(scope.at(place, DiagnosticCode.DUPLICATE_BOND, "the bond " + bond + " is declared twice")
                .suggestion("take one away"));
            return;
        }
        places.put(bond, place);
        bonds.add(bond);
    }

    private Optional<Bond> bond(final Expression element)
    {
        final boolean isBond = element instanceof Expression.Tuple tuple && tuple.elements().size() >= 3 &&
            tuple.elements().size() <= 4 && tuple.elements().get(0) instanceof Expression.Name &&
            tuple.elements().get(1) instanceof Expression.Name && tuple.elements().get(2) instanceof Expression.Atom &&
            (tuple.elements().size() == 3 || tuple.elements().get(3) instanceof Expression.MapOf);
        if (!isBond)
        {
            scope.report(scope.at(element, DiagnosticCode.MALFORMED_BOND, "this is no bond").expected(FORM, ""));
            return Optional.empty();
        }
        final List<Expression> parts = ((Expression.Tuple)element).elements();
        final Expression.Name from = (Expression.Name)parts.get(0);
        final Expression.Name to = (Expression.Name)parts.get(1);
        final boolean isFromKnown = isEnd(from);
        final boolean areKnown = isEnd(to) && isFromKnown;
        final Optional<BondType> type = type((Expression.Atom)parts.get(2));
        final Options options = parts.size() == 3 ? new Options(false, "") :
            options((Expression.MapOf)parts.get(3), type);
        if (from.text().equals(to.text()))
        {
            scope.report(scope.at(element, DiagnosticCode.SELF_BOND,
                "packet " + from.text() + " is bonded to itself").expected("two packets", ""));
            return Optional.empty();
        }
        if (!areKnown || type.isEmpty())
        {
            return Optional.empty();
        }
        final Optional<String> resource = type.get() == BondType.COVALENT ?
            shared(element, from.text(), to.text(), options.resource()) : Optional.of("");
        return resource.map(name -> new Bond(from.text(), to.text(), type.get(), name, options.strict()));
    }

    private record Options(boolean strict, String resource)
    {
    }

    private boolean isEnd(final Expression.Name end)
    {
        if (composition.contains(end.text()))
        {
            return true;
        }
        final boolean isDeclared = names.isDeclared(end.text());
        scope.report(scope.at(end, isDeclared ? DiagnosticCode.NOT_IN_COMPOSITION : DiagnosticCode.UNKNOWN_PACKET,
            "packet " + end.text() + (isDeclared ? " is not in the composition" : " is not declared"))
            .expected("a packet of the composition", "").didYouMean(NearestName.find(end.text(), composition)));
        return false;
    }

    private Optional<BondType> type(final Expression.Atom atom)
    {
        final Optional<BondType> type = Optional.ofNullable(TYPES.get(atom.text()));
        if (type.isEmpty())
        {
            scope.report(scope.at(atom, DiagnosticCode.UNKNOWN_BOND_TYPE, "there is no bond :" + atom.text())
                .expected("one of :ionic :covalent :metallic :vdw", "")
                .didYouMean(NearestName.find(atom.text(), TYPES.keySet())));
        }
        return type;
    }

    private Options options(final Expression.MapOf map, final Optional<BondType> type)
    {
        boolean strict = false;
        String resource = "";
        for (final MapItem item : map.items())
        {
            if (!(item instanceof Entry entry))
            {
                scope.wrongForm(item, "an option has a name", "strict: true");
            }
            else if (entry.key().text().equals(STRICT) && entry.value() instanceof Expression.Truth truth)
            {
                strict = truth.value();
            }
            else if (entry.key().text().equals(RESOURCE) && Values.name(entry.value()).isPresent() &&
                type.filter(value -> value != BondType.COVALENT).isEmpty())
            {
                resource = Values.name(entry.value()).orElseThrow();
            }
            else
            {
                refuse(entry);
            }
        }
        return new Options(strict, resource);
    }

    private void refuse(final Entry option)
    {
        final String key = option.key().text();
        if (key.equals(STRICT) || key.equals(RESOURCE))
        {
            scope.wrongForm(option.value(), "the option " + key + " says something else", key.equals(STRICT) ?
                "true or false" : "the name of a resource, such as :book, of a covalent bond");
        }
        else
        {
            scope.report(scope.at(option.key(), DiagnosticCode.UNKNOWN_BOND_OPTION, "a bond has no option " + key)
                .expected("strict or resource", "").didYouMean(NearestName.find(key, List.of(STRICT, RESOURCE))));
        }
    }

    /** Returns the resource over which two packets are covalent: the one that is named, or the only one they share. */
    private Optional<String> shared(
        final Expression place, final String from, final String to, final String named)
    {
        final Optional<CheckedPacket> first = names.packet(from);
        final Optional<CheckedPacket> second = names.packet(to);
        if (first.isEmpty() || second.isEmpty())
        {
            return Optional.empty();
        }
        final Set<String> shared = new LinkedHashSet<>(first.get().constituent().resources());
        shared.retainAll(second.get().constituent().resources());
        if (shared.isEmpty() || (!named.isEmpty() && !shared.contains(named)))
        {
            scope.report(scope.at(place, DiagnosticCode.NOTHING_SHARED, from + " and " + to + " share no resource" +
                (named.isEmpty() ? "" : " " + named))
                .suggestion("declare resources: [:" + (named.isEmpty() ? "name" : named) + "] of both, or take " +
                "another bond").rule("covalent: there is a resource that both use"));
            return Optional.empty();
        }
        if (named.isEmpty() && shared.size() > 1)
        {
            scope.report(scope.at(place, DiagnosticCode.SEVERAL_SHARED, from + " and " + to + " share " +
                String.join(", ", shared)).suggestion("say which: {" + from + ", " + to + ", :covalent, %{resource: :" +
                shared.iterator().next() + "}}"));
            return Optional.empty();
        }
        return Optional.of(named.isEmpty() ? shared.iterator().next() : named);
    }

    /** Checks what the bonds come to together. */
    void checkTogether(final MolecularStructure structure)
    {
        // A packet with errors of its own is no part of the structure, but its bonds count.
        final BondGraph graph = new BondGraph(structure.withComposition(composition.stream()
            .map(name -> Constituent.of(name, Element.TRANSFORM)).toList()));
        final List<String> cycle = graph.ionicCycle();
        if (!cycle.isEmpty())
        {
            final Expression place = structure.bonds().stream().filter(bond -> bond.type() == BondType.IONIC &&
                bond.from().equals(cycle.get(0)) && bond.to().equals(cycle.get(1))).map(places::get)
                .findFirst().orElseThrow();
            scope.report(scope.at(place, DiagnosticCode.IONIC_CYCLE, "ionic bonds form a cycle: " +
                String.join(" -> ", cycle)).suggestion("take one of these bonds away")
                .rule("ionic: the second packet starts when the first is complete"));
        }
        for (final Bond bond : structure.bonds())
        {
            if (bond.type() == BondType.METALLIC && isOrdered(graph, bond))
            {
                scope.report(scope.at(places.get(bond), DiagnosticCode.METALLIC_ORDERED, "ionic bonds order " +
                    bond.from() + " and " + bond.to() + ", and this bond says any order")
                    .suggestion("take this bond away, or the order")
                    .rule("metallic: coordinated, without strict ordering"));
            }
        }
    }

    private static boolean isOrdered(final BondGraph graph, final Bond bond)
    {
        return graph.ancestors(bond.from()).contains(bond.to()) || graph.ancestors(bond.to()).contains(bond.from());
    }
}

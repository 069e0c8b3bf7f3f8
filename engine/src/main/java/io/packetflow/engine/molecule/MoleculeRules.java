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
package io.packetflow.engine.molecule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.packetflow.engine.packet.DirectCall;
import io.packetflow.engine.periodic.NearestName;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * The rules that every molecule keeps: names, handlers, the formal properties of the groups (thesis §3.1.2) and of the
 * bonds (§3.3.1). Each broken one is a sentence that names the place and the remedy.
 */
final class MoleculeRules
{
    /** A STOP is one bit of a long, and one bit is kept free. */
    private static final int MAX_PACKETS = 63;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final String NAME_RULE =
        "; a name is a letter, then letters, digits and underscores, at most 64 characters";

    private final Molecule molecule;
    private final List<String> violations = new ArrayList<>();

    private MoleculeRules(final Molecule molecule)
    {
        this.molecule = molecule;
    }

    static List<String> violations(final Molecule molecule)
    {
        final MoleculeRules rules = new MoleculeRules(molecule);
        rules.checkNames();
        molecule.packets().forEach(rules::checkTypes);
        molecule.packets().forEach(rules::checkGroup);
        rules.checkBonds();
        rules.checkOrder();
        rules.checkSharedResources();
        rules.violations.addAll(JournalPacket.violations(molecule));
        rules.violations.addAll(LiveOrders.violations(molecule));
        rules.violations.addAll(TargetReader.violations(molecule.properties()));
        return rules.violations;
    }

    private void checkNames()
    {
        if (!isName(molecule.name()))
        {
            violations.add("'" + molecule.name() + "' names no molecule" + NAME_RULE);
        }
        if (molecule.packets().isEmpty())
        {
            violations.add("it has no packets; add at least one");
        }
        if (molecule.packets().size() > MAX_PACKETS)
        {
            violations.add("it has " + molecule.packets().size() + " packets; a molecule holds at most " + MAX_PACKETS +
                ", split it and let one emit instances of the other");
        }
        duplicates(molecule.packets(), Packet::name).forEach(
            name -> violations.add("two packets are called " + name + "; rename one"));
        duplicates(molecule.resources(), Resource::name).forEach(
            name -> violations.add("two resources are called " + name + "; rename one"));
        duplicates(molecule.kinds(), kind -> String.valueOf(kind.code())).forEach(
            code -> violations.add("two kinds of instances have the code " + code + "; give one another code"));
    }

    private void checkTypes(final Packet packet)
    {
        if (!isName(packet.name()))
        {
            violations.add("'" + packet.name() + "' names no packet" + NAME_RULE);
        }
        if (packet.handlerClass() == null)
        {
            violations.add("packet " + packet.name() + " has no handler; give it one with handler(Class, factory)");
        }
        else
        {
            checkType(packet, "handler " + packet.handlerClass().getName(), packet.handlerClass());
        }
        packet.area().map(Area::view).ifPresent(
            view -> checkType(packet, "the view " + view.getName() + " of its area", view));
    }

    private void checkType(final Packet packet, final String what, final Class<?> type)
    {
        if (!DirectCall.isPossible(type))
        {
            violations.add("packet " + packet.name() + ": " + what +
                " must be public and final, in public classes only, so that the fused chain calls it directly");
        }
        if (type.getPackageName().isEmpty())
        {
            violations.add("packet " + packet.name() + ": " + what +
                " lies in the unnamed package, which generated code cannot name; put it into a package");
        }
    }

    private void checkGroup(final Packet packet)
    {
        final PeriodicGroup group = packet.group();
        if (group == PeriodicGroup.ED && !packet.trigger().isDeclared())
        {
            violations.add("packet " + packet + " is event driven and declares no trigger; " +
                "add trigger(Trigger.on(...))");
        }
        final long participants = packet.participants().stream().distinct().count();
        if (group == PeriodicGroup.CO && participants < 2)
        {
            violations.add("packet " + packet + " is collective and names " + participants +
                " participant(s); name at least two with participants(...)");
        }
        if (group == PeriodicGroup.RM && packet.resources().isEmpty())
        {
            violations.add("packet " + packet + " manages resources and names none; add uses(...)");
        }
        if (!packet.trigger().isUnconditional() && (packet.trigger().kindMask() & molecule.kindMask()) == 0)
        {
            violations.add("packet " + packet.name() + " reacts " + packet.trigger().text() +
                ", and the molecule has none of these kinds, so it would never fire; declare them with kind(...)");
        }
        packet.participants().stream().filter(name -> molecule.packet(name).isEmpty()).forEach(
            name -> violations.add("packet " + packet.name() + " names the unknown participant " + name));
        final Set<String> known = molecule.resources().stream().map(Resource::name).collect(Collectors.toSet());
        packet.resources().stream().filter(name -> !known.contains(name)).forEach(
            name -> violations.add("packet " + packet.name() + " uses the unknown resource " + name +
                "; declare it with resource(...)"));
    }

    private void checkBonds()
    {
        final Set<String> seen = new HashSet<>();
        for (final Bond bond : molecule.bonds())
        {
            checkEnds(bond);
            if (!seen.add(bond.from() + ">" + bond.to() + ">" + bond.type() + ">" + bond.resource()))
            {
                violations.add("the bond " + bond + " is declared twice");
            }
            if (bond.type() == BondType.COVALENT)
            {
                checkCovalent(bond);
            }
            if (bond.type() == BondType.METALLIC && orderedByIonicBonds(bond))
            {
                violations.add("the bond " + bond + " says any order, but ionic bonds order the two; drop one of them");
            }
        }
    }

    private void checkEnds(final Bond bond)
    {
        for (final String end : List.of(bond.from(), bond.to()))
        {
            if (molecule.packet(end).isEmpty())
            {
                final String nearest =
                    NearestName.find(end, molecule.packets().stream().map(Packet::name).toList());
                violations.add("the bond " + bond + " names the unknown packet " + end +
                    (nearest == null ? "" : "; did you mean " + nearest + "?"));
            }
        }
        if (bond.from().equals(bond.to()))
        {
            violations.add("the bond " + bond + " joins a packet to itself");
        }
    }

    private void checkCovalent(final Bond bond)
    {
        for (final String end : List.of(bond.from(), bond.to()))
        {
            molecule.packet(end).filter(packet -> !packet.resources().contains(bond.resource())).ifPresent(
                packet -> violations.add("the bond " + bond + ": packet " + end + " does not use the resource '" +
                    bond.resource() + "'; add uses(...) to it"));
        }
    }

    private boolean orderedByIonicBonds(final Bond bond)
    {
        final boolean known = molecule.packet(bond.from()).isPresent() && molecule.packet(bond.to()).isPresent();
        final BondGraph graph = new BondGraph(molecule);
        return known && (graph.ancestors(bond.from()).contains(bond.to()) ||
            graph.ancestors(bond.to()).contains(bond.from()));
    }

    private void checkOrder()
    {
        final List<String> cycle = new BondGraph(molecule).ionicCycle();
        if (!cycle.isEmpty())
        {
            violations.add("ionic bonds form a cycle, so none of its packets could ever start: " +
                String.join(" -> ", cycle) + "; remove one of these bonds");
        }
    }

    private void checkSharedResources()
    {
        final BondGraph graph = new BondGraph(molecule);
        final List<Set<String>> stages = graph.stages();
        for (final Resource resource : molecule.resources())
        {
            final List<String> users = molecule.packets().stream()
                .filter(packet -> packet.resources().contains(resource.name())).map(Packet::name).toList();
            final boolean oneStage = users.size() < 2 ||
                stages.stream().anyMatch(stage -> stage.containsAll(users));
            if (!oneStage)
            {
                violations.add("the resource " + resource.name() + " is used by " + String.join(", ", users) +
                    " without covalent bonds among them; a resource has one writer, so bond them or split it");
            }
        }
    }

    private static <T> Set<String> duplicates(final List<T> items, final Function<T, String> key)
    {
        final Map<String, Integer> counts = new HashMap<>();
        items.forEach(item -> counts.merge(key.apply(item), 1, Integer::sum));
        return counts.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is legal in generated code and for an area of the slot's layout. */
    private static boolean isName(final String name)
    {
        return NAME.matcher(name).matches();
    }
}

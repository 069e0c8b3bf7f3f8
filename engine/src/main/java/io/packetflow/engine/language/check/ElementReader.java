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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.NearestName;
import io.packetflow.engine.periodic.PeriodicGroup;

/** Cold path. Reads groups and elements of the periodic table, and reports those that there are not. */
final class ElementReader
{
    private ElementReader()
    {
    }

    /** Returns the group of an atom, by symbol or long name. */
    static Optional<PeriodicGroup> group(final Expression.Atom atom, final Scope scope)
    {
        final Optional<PeriodicGroup> group = Arrays.stream(PeriodicGroup.values())
            .filter(candidate -> candidate.key().equals(atom.text()) || candidate.longName().equals(atom.text()))
            .findFirst();
        if (group.isEmpty())
        {
            final List<String> known = new ArrayList<>();
            for (final PeriodicGroup candidate : PeriodicGroup.values())
            {
                known.addAll(List.of(":" + candidate.key(), ":" + candidate.longName()));
            }
            scope.report(scope.at(atom, DiagnosticCode.UNKNOWN_GROUP, "there is no periodic group :" + atom.text())
                .expected("one of " + String.join(" ", known), "")
                .didYouMean(NearestName.find(":" + atom.text(), known)));
        }
        return group;
    }

    /** Returns the element of two atoms; group and element must belong together. */
    static Optional<Element> element(final Expression.Atom group, final Expression.Atom element, final Scope scope)
    {
        final Optional<PeriodicGroup> named = group(group, scope);
        final Optional<Element> found = Arrays.stream(Element.values())
            .filter(candidate -> candidate.symbol().equals(element.text()) ||
            candidate.longName().equals(element.text())).findFirst();
        if (found.isEmpty())
        {
            reportUnknown(named, element, scope);
        }
        else if (named.isPresent() && found.get().group() != named.get())
        {
            scope.report(scope.at(element, DiagnosticCode.ELEMENT_OF_OTHER_GROUP,
                "group " + named.get() + " has no element :" + element.text())
                .expected("one of " + symbols(named.get()), found.get().title() + ", an element of group " +
                found.get().group())
                .suggestion("write :" + found.get().group().key() + ", :" + found.get().symbol() +
                ", or an element of " + named.get()));
            return Optional.empty();
        }
        return named.isEmpty() ? Optional.empty() : found;
    }

    private static void reportUnknown(
        final Optional<PeriodicGroup> group, final Expression.Atom element, final Scope scope)
    {
        final List<String> known = new ArrayList<>();
        for (final Element candidate : Element.values())
        {
            if (group.isEmpty() || candidate.group() == group.get())
            {
                known.addAll(List.of(":" + candidate.symbol(), ":" + candidate.longName()));
            }
        }
        scope.report(scope.at(element, DiagnosticCode.UNKNOWN_ELEMENT, "there is no element :" + element.text())
            .expected(group.map(named -> "one of " + symbols(named)).orElse("an element of the periodic table"), "")
            .didYouMean(NearestName.find(":" + element.text(), known)));
    }

    private static String symbols(final PeriodicGroup group)
    {
        return group.elements().stream().map(element -> ":" + element.symbol()).collect(Collectors.joining(" "));
    }
}

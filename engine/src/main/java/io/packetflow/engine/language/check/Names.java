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

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Identifier;

/**
 * Cold path. Who is called what in a program. Names are unique over all its files. Names of packets whose definition is
 * damaged are known, but nothing else is known of them.
 */
final class Names
{
    private static final int MAX_ANALYSES = 8;

    private final Map<String, CheckedPacket> packets = new LinkedHashMap<>();
    private final Set<String> damaged = new HashSet<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private int analyses;

    /** Returns whether another molecule may be searched for deadlocks, which takes time: of many the first ones. */
    boolean mayAnalyse()
    {
        analyses++;
        return analyses <= MAX_ANALYSES;
    }

    /** Takes the names of definitions that could not be parsed. */
    void addDamaged(final Set<String> names)
    {
        damaged.addAll(names);
    }

    /** Takes the name of a packet that has errors of its own. */
    void addDamaged(final String name)
    {
        damaged.add(name);
    }

    void add(final CheckedPacket packet)
    {
        packets.putIfAbsent(packet.name(), packet);
    }

    /** Returns whether a packet of a name is declared, damaged or not. */
    boolean isDeclared(final String packet)
    {
        return packets.containsKey(packet) || damaged.contains(packet);
    }

    Optional<CheckedPacket> packet(final String name)
    {
        return Optional.ofNullable(packets.get(name));
    }

    List<CheckedPacket> packets()
    {
        return List.copyOf(packets.values());
    }

    /** Returns the names of all declared packets. */
    Set<String> declared()
    {
        final Set<String> declared = new LinkedHashSet<>(packets.keySet());
        declared.addAll(damaged);
        return declared;
    }

    /**
     * Checks the name of a definition, and that there is no other of it.
     *
     * @return whether the definition may have it
     */
    boolean claim(final String kind, final Identifier name, final Scope scope)
    {
        if (name.text().startsWith("_"))
        {
            scope.report(scope.at(name, DiagnosticCode.NAME_NOT_ALLOWED,
                "'" + name.text() + "' names no " + kind + ": it begins with an underscore")
                .expected("a letter, then letters, digits and underscores", ""));
        }
        final String place = scope.source().name() + ":" + scope.source().line(name.span().start());
        final String earlier = places.putIfAbsent(kind + " " + name.text(), place);
        if (earlier != null)
        {
            scope.report(scope.at(name, DiagnosticCode.DUPLICATE_NAME, "a second " + kind + " is called " + name.text())
                .expected("a name of its own", "the first one in " + earlier));
        }
        return earlier == null;
    }
}

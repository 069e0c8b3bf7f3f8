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

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.molecule.Constituent;

/**
 * Cold path. What a packet declares of its conduct. A structure cannot see into handlers, so an ionic bond counts as
 * needed until both its ends say otherwise: the later one with {@value #READS}, the earlier one with {@value #EFFECTS}.
 * A handler that reads an area all the same is refused when it is made, before anything runs: a packet gets no area of
 * one that no ionic bond orders before it.
 *
 * @param reads packets whose areas it reads, all of them; empty where it does not say
 * @param withoutEffects whether it declares that it does nothing but write its area and its resources: it never stops
 *                       an instance, emits none and does not speak to the outside
 */
public record PacketConduct(Optional<Set<String>> reads, boolean withoutEffects)
{
    /** Property of a packet: the packets whose areas it reads, as in {@code [Book, Trader]} or {@code []}. */
    public static final String READS = "reads";

    /** Property of a packet: {@code none} where it does nothing but write its area and its resources. */
    public static final String EFFECTS = "effects";

    private static final String NONE = "none";

    /**
     * Reads what a packet declares.
     *
     * @param packet of a structure
     * @return its conduct
     */
    public static PacketConduct of(final Constituent packet)
    {
        final String effects = packet.properties().getOrDefault(EFFECTS, "");
        return new PacketConduct(
            Optional.ofNullable(packet.properties().get(READS)).map(PacketConduct::names), isNone(effects));
    }

    private static boolean isNone(final String text)
    {
        return text.strip().replaceFirst("^:", "").equals(NONE);
    }

    private static Set<String> names(final String text)
    {
        final Set<String> names = new LinkedHashSet<>();
        if (!isNone(text))
        {
            Arrays.stream(text.replaceAll("[\\[\\]]", " ").split(",", -1)).map(String::strip)
                .filter(name -> !name.isEmpty()).forEach(names::add);
        }
        return names;
    }

    /**
     * Tells whether it may read the area of a packet.
     *
     * @param packet name
     * @return whether it declares so, or does not say
     */
    public boolean mayRead(final String packet)
    {
        return reads.map(names -> names.contains(packet)).orElse(true);
    }
}

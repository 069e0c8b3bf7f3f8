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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. A packet as the theory sees it (thesis definition 3.1): what it is and declares, without its code.
 *
 * @param name unique in its molecule
 * @param element of the periodic table
 * @param trigger to which instances it reacts, for people; empty where none was declared
 * @param payloadBytes of the slot that it writes, 0 for none
 * @param resources that it owns or shares, names
 * @param participants that it coordinates (group CO), names
 * @param properties that were declared of it, in their order
 */
public record Constituent(
    String name,
    Element element,
    String trigger,
    int payloadBytes,
    List<String> resources,
    List<String> participants,
    Map<String, String> properties)
{
    /** Copies the collections. */
    public Constituent
    {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(trigger, "trigger");
        resources = List.copyOf(resources);
        participants = List.copyOf(participants);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /**
     * Returns a packet that declares nothing.
     *
     * @param name unique in its molecule
     * @param element of the periodic table
     * @return the packet
     */
    public static Constituent of(final String name, final Element element)
    {
        return new Constituent(name, element, "", 0, List.of(), List.of(), Map.of());
    }

    /** Returns its periodic group. */
    public PeriodicGroup group()
    {
        return element.group();
    }

    /**
     * Declares one more property.
     *
     * @param key name
     * @param value text
     * @return a changed copy
     */
    public Constituent with(final String key, final String value)
    {
        final Map<String, String> changed = new LinkedHashMap<>(properties);
        changed.put(key, value);
        return new Constituent(name, element, trigger, payloadBytes, resources, participants, changed);
    }

    /**
     * Declares the resources that it uses.
     *
     * @param names of resources, in place of those that it used
     * @return a changed copy
     */
    public Constituent using(final String... names)
    {
        return new Constituent(name, element, trigger, payloadBytes, List.of(names), participants, properties);
    }

    @Override
    public String toString()
    {
        return name + " (" + element.qualifiedSymbol() + ")";
    }
}

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
package io.packetflow.engine.periodic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Cold path. A group of the periodic table (thesis section 3.1.2), in the order in which the thesis prints them.
 *
 * <p>The reactivity rank follows section 3.1.3: {@code ED > DF > CF > RM > CO > MC}. The thesis orders the groups and
 * gives no magnitudes, so the rank is an order and not a measure.
 */
public enum PeriodicGroup
{
    /** Control flow. */
    CF("control_flow", "Control Flow", 4,
        "sequential execution patterns",
        "ordering dependencies, state transitions, exception handling",
        "ordering is required: never reordered, never replicated"),

    /** Data flow. */
    DF("dataflow", "Data Flow", 5,
        "data transformation patterns",
        "parallelizability, data dependencies, streaming",
        "parallelizable: independent packets may be replicated and run at the same time"),

    /** Event driven. */
    ED("event_driven", "Event Driven", 6,
        "reactive execution patterns",
        "trigger-based activation, low latency, event propagation",
        "reactive: every packet has a trigger that activates it"),

    /** Collective. */
    CO("collective", "Collective", 2,
        "multi-party coordination patterns",
        "synchronization, consensus, distributed state",
        "multi-party: every packet names at least two participants"),

    /** Meta-computational. */
    MC("meta_computational", "Meta-Computational", 1,
        "system adaptation patterns",
        "self-modification, learning, optimization",
        "self-modifying: every packet is journaled control that changes the state of the system"),

    /** Resource management. */
    RM("resource_management", "Resource Management", 3,
        "resource lifecycle patterns",
        "allocation, deallocation, contention resolution",
        "resource-bound: every packet names at least one resource that it affects");

    private static final List<PeriodicGroup> BY_REACTIVITY = Arrays.stream(values())
        .sorted(Comparator.comparingInt(PeriodicGroup::reactivityRank).reversed())
        .toList();

    private final String longName;
    private final String title;
    private final int reactivityRank;
    private final String electronConfiguration;
    private final String characteristicProperties;
    private final String rule;

    PeriodicGroup(
        final String longName,
        final String title,
        final int reactivityRank,
        final String electronConfiguration,
        final String characteristicProperties,
        final String rule)
    {
        this.longName = longName;
        this.title = title;
        this.reactivityRank = reactivityRank;
        this.electronConfiguration = electronConfiguration;
        this.characteristicProperties = characteristicProperties;
        this.rule = rule;
    }

    /** @return the symbol as the language and the configuration write it, such as {@code df} */
    public String key()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the long name of the thesis's programs, such as {@code dataflow} */
    public String longName()
    {
        return longName;
    }

    /** @return the name for people, such as {@code Data Flow} */
    public String title()
    {
        return title;
    }

    /**
     * The tendency of the group's packets to interact (thesis section 3.1.3), as a rank.
     *
     * @return 6 (event driven, the most reactive) to 1 (meta-computational)
     */
    public int reactivityRank()
    {
        return reactivityRank;
    }

    /**
     * Compares by reactivity.
     *
     * @param other another group
     * @return whether this group is strictly more reactive
     */
    public boolean isMoreReactiveThan(final PeriodicGroup other)
    {
        return reactivityRank > other.reactivityRank;
    }

    /** @return the thesis's electron configuration */
    public String electronConfiguration()
    {
        return electronConfiguration;
    }

    /** @return the thesis's characteristic properties */
    public String characteristicProperties()
    {
        return characteristicProperties;
    }

    /** @return the formal property of the group as a rule in one sentence */
    public String rule()
    {
        return rule;
    }

    /** @return the group's elements in the thesis's order */
    public List<Element> elements()
    {
        return Element.of(this);
    }

    /** @return all groups, the most reactive first: the polling order of a shared node */
    public static List<PeriodicGroup> byReactivity()
    {
        return BY_REACTIVITY;
    }

    /**
     * Finds a group by its symbol or its long name, in any case, with or without a leading colon: {@code DF},
     * {@code :df}, {@code dataflow}, {@code :dataflow}.
     *
     * @param name as written by a user
     * @return the group
     * @throws IllegalArgumentException if there is none, with the nearest name
     */
    public static PeriodicGroup parse(final String name)
    {
        final String wanted = Element.normalise(name);
        final List<String> known = new ArrayList<>();
        for (final PeriodicGroup group : values())
        {
            if (group.key().equals(wanted) || group.longName.equals(wanted))
            {
                return group;
            }
            known.add(group.key());
            known.add(group.longName);
        }
        throw new IllegalArgumentException(
            "no periodic group '" + name + "'" + NearestName.suggest(wanted, known) +
            " (groups: CF, DF, ED, CO, MC, RM)");
    }
}

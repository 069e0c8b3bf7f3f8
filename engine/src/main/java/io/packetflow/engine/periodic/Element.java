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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cold path. An element of the periodic table: one kind of packet (thesis section 3.1.2).
 *
 * <p>Symbols are unique over the whole table, so {@code seq} alone names an element; {@link #parse(String)} also takes
 * it with its group, {@code CF:seq}, and then holds the writer to the group.
 */
public enum Element
{
    /** CF:seq. */
    SEQUENTIAL(PeriodicGroup.CF, "seq", "operations that require strict ordering"),
    /** CF:br. */
    BRANCH(PeriodicGroup.CF, "br", "conditional execution paths"),
    /** CF:lp. */
    LOOP(PeriodicGroup.CF, "lp", "iterative computations"),
    /** CF:ex. */
    EXCEPTION(PeriodicGroup.CF, "ex", "error handling and recovery"),

    /** DF:pr. */
    PRODUCER(PeriodicGroup.DF, "pr", "data generation"),
    /** DF:cs. */
    CONSUMER(PeriodicGroup.DF, "cs", "data consumption"),
    /** DF:tr. */
    TRANSFORM(PeriodicGroup.DF, "tr", "data transformation"),
    /** DF:ag. */
    AGGREGATE(PeriodicGroup.DF, "ag", "data reduction"),

    /** ED:sg. */
    SIGNAL(PeriodicGroup.ED, "sg", "event notifications"),
    /** ED:tm. */
    TIMER(PeriodicGroup.ED, "tm", "time-based triggers"),
    /** ED:th. */
    THRESHOLD(PeriodicGroup.ED, "th", "condition-based triggers"),
    /** ED:pt. */
    PATTERN(PeriodicGroup.ED, "pt", "complex event patterns"),

    /** CO:ba. */
    BARRIER(PeriodicGroup.CO, "ba", "synchronization points"),
    /** CO:bc. */
    BROADCAST(PeriodicGroup.CO, "bc", "one-to-many communication"),
    /** CO:ga. */
    GATHER(PeriodicGroup.CO, "ga", "many-to-one aggregation"),
    /** CO:el. */
    ELECTION(PeriodicGroup.CO, "el", "leader selection"),

    /** MC:sp. */
    SPAWN(PeriodicGroup.MC, "sp", "dynamic process creation"),
    /** MC:mg. */
    MIGRATE(PeriodicGroup.MC, "mg", "process mobility"),
    /** MC:ad. */
    ADAPT(PeriodicGroup.MC, "ad", "system parameter tuning"),
    /** MC:rf. */
    REFLECT(PeriodicGroup.MC, "rf", "system introspection"),

    /** RM:al. */
    ALLOCATE(PeriodicGroup.RM, "al", "resource acquisition"),
    /** RM:rl. */
    RELEASE(PeriodicGroup.RM, "rl", "resource deallocation"),
    /** RM:lk. */
    LOCK(PeriodicGroup.RM, "lk", "exclusive access control"),
    /** RM:ca. */
    CACHE(PeriodicGroup.RM, "ca", "performance optimization");

    private static final Map<PeriodicGroup, List<Element>> BY_GROUP = byGroup();

    private final PeriodicGroup group;
    private final String symbol;
    private final String meaning;

    Element(final PeriodicGroup group, final String symbol, final String meaning)
    {
        this.group = group;
        this.symbol = symbol;
        this.meaning = meaning;
    }

    /** @return the group to which the element belongs */
    public PeriodicGroup group()
    {
        return group;
    }

    /** @return the symbol, two or three letters, unique over the table */
    public String symbol()
    {
        return symbol;
    }

    /** @return the long name as the language writes it, such as {@code transform} */
    public String longName()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the name for people, such as {@code Transform} */
    public String title()
    {
        return name().charAt(0) + longName().substring(1);
    }

    /** @return what packets of this element do, in a few words */
    public String meaning()
    {
        return meaning;
    }

    /** @return group and symbol as the thesis writes them, such as {@code DF:tr} */
    public String qualifiedSymbol()
    {
        return group.name() + ":" + symbol;
    }

    /**
     * The elements of a group.
     *
     * @param group of the table
     * @return its four elements in the thesis's order
     */
    public static List<Element> of(final PeriodicGroup group)
    {
        return BY_GROUP.get(group);
    }

    /**
     * Finds an element: {@code seq}, {@code :seq}, {@code sequential}, {@code CF:seq}, {@code :cf, :seq},
     * {@code dataflow:transform}; letter case does not matter.
     *
     * @param text as written by a user
     * @return the element
     * @throws IllegalArgumentException if there is none or the named group does not hold it, with the nearest name
     */
    public static Element parse(final String text)
    {
        final String[] parts = text.strip().replaceFirst("^:", "").split("[,:]\\s*:?", 2);
        if (parts.length == 1)
        {
            return byName(text, parts[0]);
        }
        final PeriodicGroup group = PeriodicGroup.parse(parts[0]);
        final Element element = byName(text, parts[1]);
        if (element.group != group)
        {
            throw new IllegalArgumentException(
                "group " + group + " has no element '" + element.symbol + "': did you mean '" +
                element.qualifiedSymbol() + "'? (" + group + " has " + symbols(of(group)) + ")");
        }
        return element;
    }

    private static Element byName(final String text, final String name)
    {
        final String wanted = normalise(name);
        final List<String> known = new ArrayList<>();
        for (final Element element : values())
        {
            if (element.symbol.equals(wanted) || element.longName().equals(wanted))
            {
                return element;
            }
            known.add(element.symbol);
            known.add(element.longName());
        }
        throw new IllegalArgumentException(
            "no element '" + text.strip() + "'" + NearestName.suggest(wanted, known) +
            " (packetflow table lists all 24)");
    }

    static String normalise(final String name)
    {
        return name.strip().replaceFirst("^:", "").replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private static String symbols(final List<Element> elements)
    {
        return String.join(", ", elements.stream().map(Element::symbol).toList());
    }

    private static Map<PeriodicGroup, List<Element>> byGroup()
    {
        final Map<PeriodicGroup, List<Element>> byGroup = new EnumMap<>(PeriodicGroup.class);
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            byGroup.put(group, Arrays.stream(values()).filter(element -> element.group == group).toList());
        }
        return byGroup;
    }
}

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
package io.packetflow.engine.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Cold path. The CPUs of a group: left to the planner, or a list in the kernel's notation ({@code 2,4-7}).
 *
 * @param cpus logical CPU numbers, ascending and distinct; empty where the planner chooses
 */
public record Cores(List<Integer> cpus)
{
    /** The planner chooses. */
    public static final Cores AUTO = new Cores(List.of());

    /** One more than the greatest CPU number that is accepted; the kernel's own limit is 8,192. */
    public static final int MAX_CPUS = 8_192;

    /**
     * Copies the list.
     *
     * @param cpus ascending and distinct
     */
    public Cores
    {
        cpus = List.copyOf(cpus);
    }

    /** @return whether the planner chooses */
    public boolean isAuto()
    {
        return cpus.isEmpty();
    }

    /**
     * Whether two explicit lists share a CPU.
     *
     * @param other another choice
     * @return true where both name the same CPU; automatic choices share nothing
     */
    public boolean overlaps(final Cores other)
    {
        return cpus.stream().anyMatch(other.cpus::contains);
    }

    /**
     * Parses {@code auto} or a list.
     *
     * @param text such as {@code 2,4-7}
     * @return the choice
     * @throws IllegalArgumentException if the text has another form, repeats a CPU or exceeds {@link #MAX_CPUS}
     */
    public static Cores parse(final String text)
    {
        if ("auto".equals(text))
        {
            return AUTO;
        }
        final Collection<Integer> cpus = new TreeSet<>();
        for (final String range : text.split(",", -1))
        {
            addRange(range.strip(), cpus);
        }
        return new Cores(new ArrayList<>(cpus));
    }

    private static void addRange(final String range, final Collection<Integer> cpus)
    {
        if (!range.matches("[0-9]{1,5}(-[0-9]{1,5})?"))
        {
            throw new IllegalArgumentException("must be auto or a list of CPUs such as 2,4-7");
        }
        final String[] ends = range.split("-", -1);
        final int first = Integer.parseInt(ends[0]);
        final int last = Integer.parseInt(ends[ends.length - 1]);
        if (first > last || last >= MAX_CPUS)
        {
            throw new IllegalArgumentException(
                "must name ascending CPUs below " + MAX_CPUS + ", but has the range " + range);
        }
        for (int cpu = first; cpu <= last; cpu++)
        {
            if (!cpus.add(cpu))
            {
                throw new IllegalArgumentException("must name each CPU once, but names " + cpu + " twice");
            }
        }
    }

    @Override
    public String toString()
    {
        if (isAuto())
        {
            return "auto";
        }
        final StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < cpus.size())
        {
            int end = i;
            while (end + 1 < cpus.size() && cpus.get(end + 1) == cpus.get(end) + 1)
            {
                end++;
            }
            text.append(i == 0 ? "" : ",").append(cpus.get(i)).append(end > i ? "-" + cpus.get(end) : "");
            i = end + 1;
        }
        return text.toString();
    }
}

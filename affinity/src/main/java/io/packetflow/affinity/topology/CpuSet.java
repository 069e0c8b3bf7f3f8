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
package io.packetflow.affinity.topology;

import java.util.BitSet;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cold path. An immutable, ordered set of CPU numbers, written the way the kernel writes it: {@code 0-39,80-119}.
 */
public final class CpuSet implements Iterable<Integer>
{
    /** The highest CPU number that is understood; Linux on x86 stops at 8191. */
    public static final int MAX_CPU = 65_535;

    /** No CPU at all. */
    public static final CpuSet EMPTY = new CpuSet(new BitSet());

    private final BitSet bits;

    private CpuSet(final BitSet bits)
    {
        this.bits = bits;
    }

    /**
     * Returns the set of some CPUs.
     *
     * @param cpus each from 0 to {@link #MAX_CPU}
     * @return the set
     * @throws IllegalArgumentException if a number is out of range
     */
    public static CpuSet of(final int... cpus)
    {
        return of(IntStream.of(cpus));
    }

    /**
     * Returns the set of some CPUs.
     *
     * @param cpus each from 0 to {@link #MAX_CPU}
     * @return the set
     * @throws IllegalArgumentException if a number is out of range
     */
    public static CpuSet of(final IntStream cpus)
    {
        final BitSet bits = new BitSet();
        cpus.forEach((cpu) ->
        {
            if (cpu < 0 || cpu > MAX_CPU)
            {
                throw new IllegalArgumentException("a CPU number is from 0 to " + MAX_CPU + ": " + cpu);
            }
            bits.set(cpu);
        });
        return new CpuSet(bits);
    }

    /**
     * Parses the kernel's list format: numbers and ascending ranges, separated by commas. Blank text is the empty set.
     *
     * @param list for example {@code 0-39,80-119}
     * @return the set
     * @throws IllegalArgumentException if the text is anything else; the message names the part that is wrong
     */
    public static CpuSet parse(final String list)
    {
        final BitSet bits = new BitSet();
        final String text = list.strip();
        if (!text.isEmpty())
        {
            for (final String part : text.split(",", -1))
            {
                final String range = part.strip();
                final int dash = range.indexOf('-');
                final int first = number(dash < 0 ? range : range.substring(0, dash), part, list);
                final int last = dash < 0 ? first : number(range.substring(dash + 1), part, list);
                if (last < first)
                {
                    throw malformed(list, "the range '" + part + "' runs backwards");
                }
                bits.set(first, last + 1);
            }
        }
        return new CpuSet(bits);
    }

    private static int number(final String digits, final String part, final String list)
    {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch((c) -> c >= '0' && c <= '9'))
        {
            throw malformed(list, "'" + part + "' is neither a CPU number nor a range");
        }
        final int cpu = Integer.parseInt(digits);
        if (cpu > MAX_CPU)
        {
            throw malformed(list, cpu + " is above the highest CPU number " + MAX_CPU);
        }
        return cpu;
    }

    private static IllegalArgumentException malformed(final String list, final String cause)
    {
        return new IllegalArgumentException(
            "not a CPU list: '" + list + "': " + cause + "; write it like 0-39,80-119");
    }

    /** Returns whether a CPU is in the set. */
    public boolean contains(final int cpu)
    {
        return cpu >= 0 && bits.get(cpu);
    }

    /** Returns whether all CPUs of another set are in this one. */
    public boolean containsAll(final CpuSet other)
    {
        return other.minus(this).isEmpty();
    }

    /** Returns how many CPUs are in the set. */
    public int size()
    {
        return bits.cardinality();
    }

    /** Returns whether no CPU is in the set. */
    public boolean isEmpty()
    {
        return bits.isEmpty();
    }

    /**
     * Returns the lowest CPU.
     *
     * @return its number
     * @throws IllegalStateException if the set is empty
     */
    public int first()
    {
        if (isEmpty())
        {
            throw new IllegalStateException("an empty CPU set has no first CPU");
        }
        return bits.nextSetBit(0);
    }

    /** Returns the CPUs of this set and of another. */
    public CpuSet union(final CpuSet other)
    {
        final BitSet result = (BitSet)bits.clone();
        result.or(other.bits);
        return new CpuSet(result);
    }

    /** Returns the CPUs that are in this set and in another. */
    public CpuSet intersect(final CpuSet other)
    {
        final BitSet result = (BitSet)bits.clone();
        result.and(other.bits);
        return new CpuSet(result);
    }

    /** Returns the CPUs of this set that are not in another. */
    public CpuSet minus(final CpuSet other)
    {
        final BitSet result = (BitSet)bits.clone();
        result.andNot(other.bits);
        return new CpuSet(result);
    }

    /** Returns the CPUs, ascending. */
    public IntStream stream()
    {
        return bits.stream();
    }

    /** Returns the CPUs as a bit set of the caller's own. */
    public BitSet toBitSet()
    {
        return (BitSet)bits.clone();
    }

    @Override
    public Iterator<Integer> iterator()
    {
        return bits.stream().iterator();
    }

    @Override
    public boolean equals(final Object other)
    {
        return other instanceof CpuSet set && bits.equals(set.bits);
    }

    @Override
    public int hashCode()
    {
        return bits.hashCode();
    }

    /** Returns the kernel's list format; the empty set is the empty text. {@link #parse} reads it back. */
    @Override
    public String toString()
    {
        return bits.stream()
            .filter((cpu) -> !contains(cpu - 1))
            .mapToObj((first) ->
            {
                final int last = bits.nextClearBit(first) - 1;
                return first == last ? String.valueOf(first) : first + "-" + last;
            })
            .collect(Collectors.joining(","));
    }
}

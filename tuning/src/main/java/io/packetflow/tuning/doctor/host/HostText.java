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
package io.packetflow.tuning.doctor.host;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. What one file of a host said, or why it said nothing. Values that cannot be understood are empty, so that
 * the reader can say so; nothing here throws for what a file holds.
 *
 * @param path  as it is on the host, beginning with a slash
 * @param state of the reading
 * @param text  content without surrounding white space; empty where there is none
 * @param note  why there is no text; empty where there is
 */
public record HostText(String path, State state, String text, String note)
{
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\]");
    private static final int HEX = 16;
    private static final int DIGIT_BITS = 4;

    /** How a reading went. */
    public enum State
    {
        /** There is a text, which may be empty. */
        READ,
        /** There is no such file. */
        ABSENT,
        /** There is one, and this process may not read it. */
        DENIED,
        /** There is one, and reading it failed for another reason. */
        BROKEN
    }

    /** @return whether there is a text */
    public boolean isRead()
    {
        return state == State.READ;
    }

    /** @return whether there is no such file */
    public boolean isAbsent()
    {
        return state == State.ABSENT;
    }

    /** @return the text as a whole number; empty where it is none */
    public OptionalLong number()
    {
        return number(text);
    }

    /**
     * Reads a whole number.
     *
     * @param text to read
     * @return the number; empty where the text is none
     */
    public static OptionalLong number(final String text)
    {
        try
        {
            return OptionalLong.of(Long.parseLong(text.strip()));
        }
        catch (final NumberFormatException e)
        {
            return OptionalLong.empty();
        }
    }

    /** @return the word in brackets, by which sysfs marks the choice that holds; empty where none is marked */
    public Optional<String> choice()
    {
        final Matcher matcher = BRACKETED.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** @return the text as a list of CPUs; {@code (null)} and an empty text are no CPU; empty where it is no list */
    public Optional<CpuSet> cpus()
    {
        return cpus(text);
    }

    /**
     * Reads a list of CPUs as the kernel writes it.
     *
     * @param list such as {@code 0-3,8}
     * @return the CPUs; empty where the text is no list
     */
    public static Optional<CpuSet> cpus(final String list)
    {
        try
        {
            return Optional.of("(null)".equals(list.strip()) ? CpuSet.EMPTY : CpuSet.parse(list));
        }
        catch (final IllegalArgumentException e)
        {
            return Optional.empty();
        }
    }

    /** @return the text as a mask of CPUs: hexadecimal words parted by commas; empty where it is no mask */
    public Optional<CpuSet> mask()
    {
        return mask(text);
    }

    /**
     * Reads a mask of CPUs as the kernel writes it: words of 32 bits in hexadecimal, the highest first.
     *
     * @param mask such as {@code 00000000,ffffffff}
     * @return the CPUs; empty where the text is no mask
     */
    public static Optional<CpuSet> mask(final String mask)
    {
        final String[] words = mask.strip().split(",", -1);
        final StringBuilder digits = new StringBuilder();
        for (int i = 0; i < words.length; i++)
        {
            if (!words[i].matches("[0-9a-fA-F]{1,8}"))
            {
                return Optional.empty();
            }
            // Only the first word may be written without its leading zeros.
            digits.append("0".repeat(i == 0 ? 0 : 8 - words[i].length())).append(words[i]);
        }
        return digits.length() * DIGIT_BITS > CpuSet.MAX_CPU ? Optional.empty() : Optional.of(bits(digits.toString()));
    }

    private static CpuSet bits(final String digits)
    {
        CpuSet cpus = CpuSet.EMPTY;
        for (int i = 0; i < digits.length(); i++)
        {
            final int value = Character.digit(digits.charAt(digits.length() - 1 - i), HEX);
            for (int bit = 0; bit < DIGIT_BITS; bit++)
            {
                if ((value >> bit & 1) == 1)
                {
                    cpus = cpus.union(CpuSet.of(i * DIGIT_BITS + bit));
                }
            }
        }
        return cpus;
    }

    /** @return the lines of the text */
    public List<String> lines()
    {
        return text.lines().toList();
    }

    /** @return the words of the text */
    public List<String> words()
    {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+", -1));
    }

    /**
     * Finds the value of a line {@code name: value}, as in {@code /proc/cpuinfo} and {@code /proc/PID/status}.
     *
     * @param name before the colon
     * @return what follows it, in the first such line
     */
    public Optional<String> field(final String name)
    {
        return text.lines()
            .filter(line -> line.startsWith(name))
            .map(line -> line.substring(name.length()).strip())
            .filter(rest -> rest.startsWith(":"))
            .map(rest -> rest.substring(1).strip())
            .findFirst();
    }
}

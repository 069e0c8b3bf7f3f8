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
package io.packetflow.tuning.doctor.check;

import java.util.Locale;

/** Cold path. What a check is about; the first letter of its id says it. */
public enum Category
{
    /** Kernel command line, isolation of CPUs, interrupts. */
    KERNEL("Kernel and CPU isolation", "K"),
    /** Idle states, frequencies. */
    POWER("Power and frequency", "P"),
    /** Which CPUs, sockets, memory nodes; the machine itself. */
    TOPOLOGY("Topology and placement", "T"),
    /** Pages, reclaim, limits. */
    MEMORY("Memory", "M"),
    /** Flags and threads of the JVM. */
    JVM("Java virtual machine", "J"),
    /** File system and disk of the journal. */
    JOURNAL("Journal and files", "F"),
    /** Daemons, network. */
    SERVICES("Services and network", "SN"),
    /** What is measured and not read. */
    PROBES("Probes", "V");

    private final String title;
    private final String letters;

    Category(final String title, final String letters)
    {
        this.title = title;
        this.letters = letters;
    }

    /** @return the heading */
    public String title()
    {
        return title;
    }

    /** @return as it is written on a command line */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The category of a check.
     *
     * @param id such as {@code K01}
     * @return its category
     * @throws IllegalArgumentException if no category has this letter
     */
    public static Category of(final String id)
    {
        for (final Category category : values())
        {
            if (category.letters.indexOf(id.charAt(0)) >= 0)
            {
                return category;
            }
        }
        throw new IllegalArgumentException("no category has the letter of id=" + id);
    }
}

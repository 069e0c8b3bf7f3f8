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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.affinity.topology.CpuSet;

/** Cold path. A table of counters with a column for each CPU: {@code /proc/interrupts}, {@code /proc/softirqs}. */
public final class CpuRows
{
    private final List<Integer> columns = new ArrayList<>();
    private final Map<String, long[]> rows = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    /**
     * Parses a table; lines that are none are left out.
     *
     * @param text of the file
     */
    public CpuRows(final String text)
    {
        final List<String> lines = text.lines().toList();
        if (lines.isEmpty())
        {
            return;
        }
        for (final String head : lines.get(0).strip().split("\\s+", -1))
        {
            if (head.matches("CPU[0-9]{1,5}"))
            {
                columns.add(Integer.valueOf(head.substring(3)));
            }
        }
        lines.subList(1, lines.size()).forEach(this::add);
    }

    private void add(final String line)
    {
        final int colon = line.indexOf(':');
        if (colon < 0)
        {
            return;
        }
        final String[] fields = line.substring(colon + 1).strip().split("\\s+", columns.size() + 1);
        final long[] counts = new long[columns.size()];
        int known = 0;
        while (known < counts.length && known < fields.length && fields[known].matches("[0-9]{1,18}"))
        {
            counts[known] = Long.parseLong(fields[known]);
            known++;
        }
        final String name = line.substring(0, colon).strip();
        // Rows for the whole host, such as ERR, have one number and no column.
        if (known == counts.length)
        {
            rows.put(name, counts);
            labels.put(name, fields.length > known ? fields[known].strip() : "");
        }
    }

    /** @return names of the rows: numbers of interrupts, and three letters for the others */
    public List<String> names()
    {
        return List.copyOf(rows.keySet());
    }

    /**
     * Says what a row is.
     *
     * @param name of the row
     * @return its text; empty where it has none
     */
    public String label(final String name)
    {
        return labels.getOrDefault(name, "");
    }

    /**
     * Adds a row up.
     *
     * @param name of the row
     * @param cpus whose columns count
     * @return the sum; 0 where there is no such row
     */
    public long sum(final String name, final CpuSet cpus)
    {
        final long[] counts = rows.getOrDefault(name, new long[0]);
        long sum = 0;
        for (int i = 0; i < counts.length; i++)
        {
            sum += cpus.contains(columns.get(i)) ? counts[i] : 0;
        }
        return sum;
    }
}

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
package io.packetflow.engine.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Cold path. A table of texts, for a terminal or for a Markdown page. Commands of all modules may print with it. */
public final class TextTable
{
    private final List<List<String>> rows = new ArrayList<>();
    private final BitSet right = new BitSet();

    /**
     * Begins a table.
     *
     * @param head titles of its columns
     */
    public TextTable(final String... head)
    {
        rows.add(List.of(head));
    }

    /**
     * Aligns columns at the right, as numbers are.
     *
     * @param columns their indexes
     * @return this
     */
    public TextTable right(final int... columns)
    {
        IntStream.of(columns).forEach(right::set);
        return this;
    }

    /** @return whether there is no row but the head */
    public boolean isEmpty()
    {
        return rows.size() == 1;
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns
     * @return this
     * @throws IllegalArgumentException if there are more or fewer
     */
    public TextTable row(final String... cells)
    {
        if (cells.length != rows.get(0).size())
        {
            throw new IllegalArgumentException(
                "a row must have " + rows.get(0).size() + " cells: cells=" + List.of(cells));
        }
        rows.add(List.of(cells));
        return this;
    }

    /** @return columns aligned with blanks, a rule under the head, no trailing blanks; lines ended */
    public String plain()
    {
        final StringBuilder text = new StringBuilder(1_024);
        final int[] widths = widths();
        for (int i = 0; i < rows.size(); i++)
        {
            text.append(line(rows.get(i), widths, "  ", false).stripTrailing()).append('\n');
            if (i == 0)
            {
                text.append(line(rule(widths), widths, "  ", false)).append('\n');
            }
        }
        return text.toString();
    }

    /** @return a Markdown table; lines ended */
    public String markdown()
    {
        final StringBuilder text = new StringBuilder(1_024);
        final int[] widths = widths();
        for (int i = 0; i < rows.size(); i++)
        {
            text.append("| ").append(line(rows.get(i), widths, " | ", true)).append(" |\n");
            if (i == 0)
            {
                text.append("| ").append(line(rule(widths), widths, " | ", false)).append(" |\n");
            }
        }
        return text.toString();
    }

    private static List<String> rule(final int[] widths)
    {
        return IntStream.of(widths).mapToObj("-"::repeat).toList();
    }

    private String line(
        final List<String> cells, final int[] widths, final String separator, final boolean escape)
    {
        final List<String> padded = new ArrayList<>();
        for (int column = 0; column < widths.length; column++)
        {
            final String cell = escape ? cells.get(column).replace("|", "\\|") : cells.get(column);
            final String blanks = " ".repeat(Math.max(0, widths[column] - cell.length()));
            padded.add(right.get(column) ? blanks + cell : cell + blanks);
        }
        return String.join(separator, padded);
    }

    private int[] widths()
    {
        return IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
    }
}

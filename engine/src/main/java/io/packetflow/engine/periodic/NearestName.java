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

import java.util.Collection;
import java.util.Locale;

/**
 * Cold path. Finds the known name that a mistyped one probably meant.
 *
 * <p>The distance counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). A
 * name is offered only within a third of its length, at least one edit: a far-fetched suggestion is worse than none.
 * Ties go to the name that comes first.
 */
public final class NearestName
{
    private NearestName()
    {
    }

    /**
     * The tail of an error message.
     *
     * @param wanted what the user wrote
     * @param known  names that would have been accepted
     * @return {@code ": did you mean 'x'?"}, or an empty string where nothing is near
     */
    public static String suggest(final String wanted, final Collection<String> known)
    {
        final String nearest = find(wanted, known);
        return nearest == null ? "" : ": did you mean '" + nearest + "'?";
    }

    /**
     * The nearest known name.
     *
     * @param wanted what the user wrote
     * @param known  names that would have been accepted
     * @return the nearest name, or null where nothing is near
     */
    public static String find(final String wanted, final Collection<String> known)
    {
        String nearest = null;
        int nearestEdits = Integer.MAX_VALUE;
        for (final String name : known)
        {
            final int edits = edits(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (edits < nearestEdits && edits <= Math.max(1, name.length() / 3))
            {
                nearest = name;
                nearestEdits = edits;
            }
        }
        return nearest;
    }

    private static int edits(final String a, final String b)
    {
        final int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++)
        {
            for (int j = 0; j <= b.length(); j++)
            {
                table[i][j] = i == 0 ? j : j == 0 ? i : cheapest(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int cheapest(final int[][] table, final String a, final String b, final int i, final int j)
    {
        final boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int edits = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
        {
            edits = Math.min(edits, table[i - 2][j - 2] + 1);
        }
        return edits;
    }
}

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
package io.packetflow.layout.record;

import java.util.Collection;
import java.util.Objects;

/** Cold path. Checks names and suggests the one that was meant. */
final class Names
{
    /** More would not fit any picture. */
    private static final int MAX_LENGTH = 64;

    private Names()
    {
    }

    /**
     * Checks the name of a record or a field: a letter, then letters, digits and underscores, as in Java and in the
     * language.
     *
     * @param what is named, for the message
     * @param name to check
     * @return the name
     */
    static String requireIdentifier(final String what, final String name)
    {
        return requireLegal(what, name, "", "digits and underscores");
    }

    /**
     * Checks the name of a molecule or an area: an identifier that may also hold {@code . - #}, for module paths and
     * replicas.
     *
     * @param what is named, for the message
     * @param name to check
     * @return the name
     */
    static String requirePath(final String what, final String name)
    {
        return requireLegal(what, name, ".-#", "digits and any of _ . - #");
    }

    /**
     * Builds the end of an error message for an unknown name.
     *
     * @param unknown name that was asked for
     * @param known names
     * @return a suggestion if one is near enough, and the list of what there is
     */
    static String suggestion(final String unknown, final Collection<String> known)
    {
        String nearest = null;
        int nearestDistance = Math.max(2, unknown.length() / 3) + 1;
        for (final String candidate : known)
        {
            final int distance = distance(unknown, candidate);
            if (distance < nearestDistance)
            {
                nearestDistance = distance;
                nearest = candidate;
            }
        }
        final String there = "there are " + String.join(", ", known);
        return nearest == null ? there : "did you mean " + nearest + "? " + there;
    }

    private static String requireLegal(
        final String what, final String name, final String alsoLegal, final String grammar)
    {
        Objects.requireNonNull(name, what + " needs a name");
        boolean legal = !name.isEmpty() && name.length() <= MAX_LENGTH && isLetter(name.charAt(0));
        for (int i = 0; i < name.length(); i++)
        {
            final char c = name.charAt(i);
            legal &= isLetter(c) || (c >= '0' && c <= '9') || c == '_' || alsoLegal.indexOf(c) >= 0;
        }
        if (!legal)
        {
            throw new IllegalArgumentException(what + " is named with a letter, then letters, " + grammar +
                ", at most " + MAX_LENGTH + " characters: name=\"" + name + "\"");
        }
        return name;
    }

    private static boolean isLetter(final char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Levenshtein's distance, upper and lower case taken as equal. */
    private static int distance(final String left, final String right)
    {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j < above.length; j++)
        {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++)
        {
            final int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++)
            {
                final boolean same =
                    Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
                row[j] = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[right.length()];
    }
}

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

/** Cold path. What a host is for, and so how much a check counts. */
public enum Profile
{
    /** Orders are sent to a market. */
    PRODUCTION,
    /** Figures are measured. */
    BENCH,
    /** Builds and tests run. */
    CI,
    /** Somebody develops. */
    DEV;

    /**
     * The severity of a check under this profile.
     *
     * @param check to weigh
     * @return its severity
     */
    public Severity severity(final CheckText check)
    {
        Severity severity = check.severity();
        boolean mine = false;
        for (final String line : CheckTexts.lines("profiles.txt"))
        {
            if (!line.startsWith(" "))
            {
                mine = line.strip().equals(word());
            }
            else if (mine)
            {
                final String[] words = line.strip().split(" ", -1);
                final Severity given = Severity.valueOf(words[0]);
                for (int i = 1; i < words.length; i++)
                {
                    severity = isMatch(words[i], check.id()) ? given : severity;
                }
            }
        }
        return severity;
    }

    /** @return as it is written on a command line */
    public String word()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isMatch(final String pattern, final String id)
    {
        return pattern.endsWith("*") ? id.startsWith(pattern.substring(0, pattern.length() - 1)) : id.equals(pattern);
    }
}

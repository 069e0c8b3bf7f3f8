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
package io.packetflow.risk.pretrade;

import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;

/** Cold path. Reads the masks that {@link PreTradeCheck} answers. */
public final class Violations
{
    private static final Violation[] ALL = Violation.values();

    private Violations()
    {
    }

    /**
     * Spells out a mask.
     *
     * @param mask of violations
     * @return the violations in it, lowest bit first
     * @throws IllegalArgumentException if the mask has a bit that no violation owns
     */
    public static Set<Violation> of(final long mask)
    {
        if ((mask >>> ALL.length) != 0)
        {
            throw new IllegalArgumentException("a mask has bits of violations only: mask=0x" + Long.toHexString(mask));
        }
        final EnumSet<Violation> violations = EnumSet.noneOf(Violation.class);
        for (final Violation violation : ALL)
        {
            if ((mask & violation.mask()) != 0)
            {
                violations.add(violation);
            }
        }
        return violations;
    }

    /**
     * Tells people what a mask means.
     *
     * @param mask of violations
     * @return codes and texts, such as {@code R401 the price is outside the collar}, or {@code pass}
     */
    public static String describe(final long mask)
    {
        if (mask == 0)
        {
            return "pass";
        }
        final StringJoiner text = new StringJoiner("; ");
        for (final Violation violation : of(mask))
        {
            text.add(violation.code() + " " + violation.text());
        }
        return text.toString();
    }

    /** Returns the mask of all violations that count as breaches. */
    public static long breaches()
    {
        long mask = 0;
        for (final Violation violation : ALL)
        {
            mask |= violation.isBreach() ? violation.mask() : 0;
        }
        return mask;
    }
}

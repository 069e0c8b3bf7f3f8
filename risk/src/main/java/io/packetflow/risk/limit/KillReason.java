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
package io.packetflow.risk.limit;

import java.util.EnumSet;
import java.util.Set;

/** Why trading is stopped. Each reason is one bit; a scope trades again when its last reason is taken back. */
public enum KillReason
{
    /** Somebody pulled the switch. */
    MANUAL(0, "stopped by hand"),
    /** An account had more orders refused within the window than its breach limit allows. */
    BREACHES(1, "too many refused orders"),
    /** The venue reported what the books of this process cannot contain: positions can no longer be trusted. */
    ACCOUNTING(2, "fills or cancels that do not fit the open orders"),
    /** A process that this one depends on (feed, journal, session) is gone. */
    DEPENDENCY(3, "a dependency failed"),
    /** The journal's disk is nearly full: what is open may still be cancelled, nothing is added. */
    SPACE(4, "the journal's disk is nearly full");

    private final int bit;
    private final String text;

    KillReason(final int bit, final String text)
    {
        this.bit = bit;
        this.text = text;
    }

    /** Returns the mask of this reason in a byte of reasons. Stable: it is part of snapshots and state hashes. */
    public int mask()
    {
        return 1 << bit;
    }

    /** Returns what the reason means, for people. */
    public String text()
    {
        return text;
    }

    /**
     * Spells out a byte of reasons.
     *
     * @param mask of reasons, as {@link KillSwitch} answers it
     * @return the reasons in it
     */
    public static Set<KillReason> of(final int mask)
    {
        final EnumSet<KillReason> reasons = EnumSet.noneOf(KillReason.class);
        for (final KillReason reason : values())
        {
            if ((mask & reason.mask()) != 0)
            {
                reasons.add(reason);
            }
        }
        return reasons;
    }
}

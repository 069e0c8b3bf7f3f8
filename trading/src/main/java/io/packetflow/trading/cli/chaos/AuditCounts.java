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
package io.packetflow.trading.cli.chaos;

/** Cold path. What the audits of one mode went through, and what of it was not as it must be. */
final class AuditCounts
{
    private long acknowledged;
    private long lost;
    private long orders;
    private long wrong;

    /** Adds what an audit went through without an objection. */
    void countChecked(final long instances, final long orderCount)
    {
        acknowledged += instances;
        orders += orderCount;
    }

    /** Adds what is not as it must be. */
    void countBroken(final BrokenInvariantException broken)
    {
        switch (broken.invariant())
        {
            case I1, I2 -> lost += broken.count();
            default -> wrong += broken.count();
        }
    }

    /** Returns how many acknowledged instances were looked for after a kill, each once. */
    long acknowledged()
    {
        return acknowledged;
    }

    long lost()
    {
        return lost;
    }

    /** Returns how many orders that were out were looked at after a kill or at the end, each once. */
    long orders()
    {
        return orders;
    }

    long wrong()
    {
        return wrong;
    }

    /** Returns all of them as members of a JSON object. */
    String json()
    {
        return "\"acknowledged_checked\": " + acknowledged + ", \"lost\": " + lost + ", \"orders_checked\": " + orders +
            ", \"wrong\": " + wrong;
    }
}

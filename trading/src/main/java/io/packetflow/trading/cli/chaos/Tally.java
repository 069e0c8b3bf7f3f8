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

import java.util.EnumMap;
import java.util.Map;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.read.EndKind;

/** Cold path. What the kills of one mode came to. */
final class Tally
{
    private final Durability mode;
    private final RestartTimes times = new RestartTimes();
    private final Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
    private final AuditCounts checks = new AuditCounts();
    private int kills;
    private int lives;
    private int tornTails;

    Tally(final Durability mode)
    {
        this.mode = mode;
    }

    void countLife()
    {
        lives++;
    }

    void countKill(final Moment moment)
    {
        kills++;
        moments.merge(moment, 1, Integer::sum);
    }

    /** Adds what an audit went through without an objection. */
    void countChecked(final long instances, final long orderCount, final EndKind end)
    {
        checks.countChecked(instances, orderCount);
        tornTails += end == EndKind.TORN_TAIL ? 1 : 0;
    }

    /** Returns what the audits went through and found. */
    AuditCounts checks()
    {
        return checks;
    }

    Durability mode()
    {
        return mode;
    }

    RestartTimes times()
    {
        return times;
    }

    /** Returns how many kills there were in the middle of what. */
    Map<Moment, Integer> moments()
    {
        return moments;
    }

    int kills()
    {
        return kills;
    }

    int lives()
    {
        return lives;
    }

    int tornTails()
    {
        return tornTails;
    }
}

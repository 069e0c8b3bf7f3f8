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
    private int kills;
    private int lives;
    private long acknowledged;
    private long lost;
    private long orders;
    private long wrong;
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
        acknowledged += instances;
        orders += orderCount;
        tornTails += end == EndKind.TORN_TAIL ? 1 : 0;
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

    int tornTails()
    {
        return tornTails;
    }
}

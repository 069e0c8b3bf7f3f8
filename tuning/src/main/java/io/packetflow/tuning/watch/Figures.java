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
package io.packetflow.tuning.watch;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.watch.CounterReading;
import io.packetflow.engine.watch.Rates;

/** Cold path. How numbers of counters are written for people. */
final class Figures
{
    private static final String NONE = "-";
    private static final int BAR_LENGTH = 10;
    private static final int NAME_LENGTH = 50;
    private static final long PERCENT = 100;
    private static final char FULL_BLOCK = '\u2588';
    private static final char LIGHT_SHADE = '\u2591';

    private final Rates rates;
    private final boolean unicode;

    Figures(final Rates rates, final boolean unicode)
    {
        this.rates = rates;
        this.unicode = unicode;
    }

    /** Returns a number with separators, a dash where there is none. */
    static String number(final OptionalLong value)
    {
        return value.isPresent() ? String.format(Locale.ROOT, "%,d", value.getAsLong()) : NONE;
    }

    /** Returns how far a follower is behind, at least 0: the two were not read at the same instant. */
    static OptionalLong distance(final OptionalLong leader, final OptionalLong follower)
    {
        return leader.isEmpty() || follower.isEmpty() ? OptionalLong.empty() :
            OptionalLong.of(Math.max(0, leader.getAsLong() - follower.getAsLong()));
    }

    /** Returns how fast a counter grows. */
    String rate(final CounterReading counter)
    {
        final OptionalDouble perSecond = rates.perSecond(counter);
        return perSecond.isPresent() ? String.format(Locale.ROOT, "%,.0f", perSecond.getAsDouble()) : NONE;
    }

    /** Returns how full something is, as a bar and in percent; any depth above 0 shows at least one mark. */
    String bar(final OptionalLong depth, final OptionalLong capacity)
    {
        if (depth.isEmpty() || capacity.isEmpty() || capacity.getAsLong() < 1)
        {
            return NONE;
        }
        final double share = Math.min(1, (double)depth.getAsLong() / capacity.getAsLong());
        final int marks = (int)Math.ceil(share * BAR_LENGTH);
        return String.valueOf(unicode ? FULL_BLOCK : '#').repeat(marks) +
            String.valueOf(unicode ? LIGHT_SHADE : '.').repeat(BAR_LENGTH - marks) + " " +
            Math.round(share * PERCENT) + "%";
    }

    /** Returns what is counted, without words that say nothing in its table. */
    static String name(final CounterReading counter, final CounterKind kind)
    {
        // The owner of a packet's count is what it counts; of the others it is named with each.
        return kind == CounterKind.PACKETS && !counter.owner().isEmpty() ? counter.owner() : counter.label();
    }

    /** Returns a name that fits beside its numbers. */
    static String cut(final String name)
    {
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH - 3) + "...";
    }

    /** Returns whether a rate of it says anything; nobody wants to know how fast a maximum grows. */
    static boolean isTotal(final CounterReading counter)
    {
        return !counter.is(EngineCounter.LONGEST_STALL) && !counter.is(EngineCounter.LONGEST_SNAPSHOT_PAUSE) &&
            !counter.is(EngineCounter.QUEUE_LAG) && !counter.is(EngineCounter.QUEUE_MOST_LAG);
    }
}

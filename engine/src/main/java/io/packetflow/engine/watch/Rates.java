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
package io.packetflow.engine.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Cold path. How fast counters grew between two readings of one engine. One thread. */
public final class Rates
{
    private static final double NANOS_PER_SECOND = 1e9;

    /** What tells counters apart. */
    private record Key(int typeId, String label)
    {
        private static Key of(final CounterReading counter)
        {
            return new Key(counter.typeId(), counter.label());
        }
    }

    private final Map<Key, Long> before = new HashMap<>();
    private EngineReading last;
    private double elapsedSeconds;

    /** Creates rates that know no reading yet. */
    public Rates()
    {
    }

    /**
     * Takes a reading: {@link #perSecond} is about it and the one before from now on.
     *
     * @param reading later than the one before
     */
    public void next(final EngineReading reading)
    {
        before.clear();
        elapsedSeconds = 0;
        if (last != null && last.isOfSameEngine(reading))
        {
            last.counters().forEach(counter -> before.put(Key.of(counter), counter.value()));
            elapsedSeconds = (reading.takenNanos() - last.takenNanos()) / NANOS_PER_SECOND;
        }
        last = reading;
    }

    /**
     * Returns how fast a counter grew.
     *
     * @param counter of the reading that was taken last
     * @return units a second, negative where it fell; empty for a first reading, also that of an engine that began anew
     */
    public OptionalDouble perSecond(final CounterReading counter)
    {
        final Long earlier = before.get(Key.of(counter));
        return earlier == null || elapsedSeconds <= 0 ? OptionalDouble.empty() :
            OptionalDouble.of((counter.value() - earlier) / elapsedSeconds);
    }
}

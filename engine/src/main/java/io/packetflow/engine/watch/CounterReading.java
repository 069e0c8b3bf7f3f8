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

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.packetflow.engine.telemetry.CountersFileReader;
import io.packetflow.engine.telemetry.EngineCounter;

/**
 * Cold path. A counter as it was read, with its label taken apart.
 *
 * @param typeId what is counted
 * @param type the engine's name for that; empty for another module's or program's
 * @param owner what it belongs to, such as a node's name; empty for the whole process or where the label does not tell
 * @param label of the file, whole
 * @param value at the time
 */
public record CounterReading(int typeId, Optional<EngineCounter> type, String owner, String label, long value)
{
    private static final String SEPARATOR = ": ";

    private static final Map<Integer, EngineCounter> TYPES = Arrays.stream(EngineCounter.values())
        .collect(Collectors.toUnmodifiableMap(EngineCounter::typeId, Function.identity()));

    /**
     * Takes a label apart. One that is not what this program would write, as that of a newer engine, stays whole.
     *
     * @param counter of a file
     * @return the reading
     */
    public static CounterReading of(final CountersFileReader.Counter counter)
    {
        final Optional<EngineCounter> type = Optional.ofNullable(TYPES.get(counter.typeId()));
        final String suffix = type.map(known -> SEPARATOR + known.label()).orElse("");
        final String owner = !suffix.isEmpty() && counter.label().endsWith(suffix) ?
            counter.label().substring(0, counter.label().length() - suffix.length()) : "";
        return new CounterReading(counter.typeId(), type, owner, counter.label(), counter.value());
    }

    /**
     * Returns whether this is a counter of the engine's.
     *
     * @param wanted type
     * @return whether it is of that type
     */
    public boolean is(final EngineCounter wanted)
    {
        return typeId == wanted.typeId();
    }

    /** Returns what is counted, without the owner. */
    public String name()
    {
        return owner.isEmpty() ? label : label.substring(owner.length() + SEPARATOR.length());
    }
}

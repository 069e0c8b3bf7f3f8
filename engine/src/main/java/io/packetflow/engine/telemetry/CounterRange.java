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
package io.packetflow.engine.telemetry;

/** Cold path. Which counter type ids belong to which module: a hundred each, handed out here and nowhere else. */
public enum CounterRange
{
    /** 0 to 99. */
    LAYOUT(0),
    /** 100 to 199. */
    RINGBUFFERS(100),
    /** 200 to 299. */
    AFFINITY(200),
    /** 300 to 399. */
    ENGINE(300),
    /** 400 to 499. */
    RISK(400),
    /** 500 to 599. */
    TRADING(500),
    /** 10,000 to 10,099: for programs that embed the engine. */
    APPLICATION(10_000);

    /** How many type ids a module has. */
    public static final int LENGTH = 100;

    private final int firstTypeId;

    CounterRange(final int firstTypeId)
    {
        this.firstTypeId = firstTypeId;
    }

    /** @return the first type id of the module */
    public int firstTypeId()
    {
        return firstTypeId;
    }

    /**
     * The type id at an index of the range.
     *
     * @param index 0 to 99
     * @return the id
     * @throws IllegalArgumentException if the index is outside
     */
    public int typeId(final int index)
    {
        if (index < 0 || index >= LENGTH)
        {
            throw new IllegalArgumentException("0 <= index < " + LENGTH + " must hold: index=" + index);
        }
        return firstTypeId + index;
    }

    /**
     * The range that holds a type id.
     *
     * @param typeId of a counter
     * @return the range
     * @throws IllegalArgumentException if no module owns the id
     */
    public static CounterRange of(final int typeId)
    {
        for (final CounterRange range : values())
        {
            if (typeId >= range.firstTypeId && typeId < range.firstTypeId + LENGTH)
            {
                return range;
            }
        }
        throw new IllegalArgumentException("a counter type must lie in a module's range: typeId=" + typeId);
    }
}

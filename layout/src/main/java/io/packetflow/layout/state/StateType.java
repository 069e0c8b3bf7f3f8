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
package io.packetflow.layout.state;

import java.util.Locale;

/** Cold path. The types of saved fields; the code is the low byte of a field's tag and never changes its meaning. */
enum StateType
{
    INT64(1),
    INT32(2),
    FLAG(3),
    CONSTANT(4),
    SLAB(5),
    LONGS(6),
    INTS(7),
    FLAGS(8),
    PART(9),
    BYTES(10);

    private static final StateType[] TYPES = values();

    private final int code;
    private final String text;

    StateType(final int code)
    {
        this.code = code;
        this.text = name().toLowerCase(Locale.ROOT);
    }

    int code()
    {
        return code;
    }

    /** The type of a tag, or null if its code stands for none. */
    static StateType ofTag(final long tag)
    {
        final int index = (int)(tag & 0xFF) - 1;
        return index >= 0 && index < TYPES.length ? TYPES[index] : null;
    }

    @Override
    public String toString()
    {
        return text;
    }
}

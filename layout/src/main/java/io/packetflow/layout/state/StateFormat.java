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

/**
 * Cold path. How saved state lies in memory: fields one after the other, little-endian, each at a multiple of 8.
 *
 * <pre>
 *    0                   1                   2                   3
 *    0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *  0|     Type      |          Hash of the name (56 bits)           |
 *   |                                                               |
 *   +---------------------------------------------------------------+
 *  8|                  Length of the data in bytes                  |
 *   |                                                               |
 *   +---------------------------------------------------------------+
 * 16|           Data, with zeros up to the next multiple of 8      ...
 *   +---------------------------------------------------------------+
 * </pre>
 *
 * <p>A number or a flag (0 or 1) takes 8 bytes of data; a slab its bytes; an element of an array 8 bytes (long),
 * 4 (int) or 1 (byte, flag). The data of a part are its fields.
 */
final class StateFormat
{
    static final int LENGTH = Long.BYTES;
    static final int HEADER_BYTES = 2 * Long.BYTES;

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long TYPE_MASK = 0xFF;

    private StateFormat()
    {
    }

    /** The first word of a field: FNV-1a of its name, with the type in place of the low byte. */
    static long tag(final String name, final StateType type)
    {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++)
        {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        // The low bits of FNV mix least; the high ones are folded into those that stay.
        return ((hash ^ (hash >>> 29)) & ~TYPE_MASK) | type.code();
    }

    /** Whether two tags are of one name. */
    static boolean isSameName(final long tag, final long other)
    {
        return ((tag ^ other) & ~TYPE_MASK) == 0;
    }

    /** How many bytes a field takes. */
    static long fieldBytes(final long dataBytes)
    {
        return HEADER_BYTES + padded(dataBytes);
    }

    static long padded(final long dataBytes)
    {
        return (dataBytes + Long.BYTES - 1) & -Long.BYTES;
    }
}

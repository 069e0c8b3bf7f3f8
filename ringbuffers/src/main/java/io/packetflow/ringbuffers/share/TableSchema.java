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
package io.packetflow.ringbuffers.share;

import java.nio.charset.StandardCharsets;

/**
 * Cold path. What the rows of a shared table mean.
 *
 * @param name of the table's kind, 1 to 8 characters of ASCII
 * @param version of its rows, 1 or more; a reader takes its own alone
 * @param maxRows how many rows there may be, 1 to {@link #MAX_ROWS}; for the writer, readers find it in the file
 */
public record TableSchema(String name, int version, int maxRows)
{
    /** Words of 64 bits in a row, of which the table itself takes the last one for a checksum. */
    public static final int ROW_WORDS = 16;
    /** Words of a row that are its user's. */
    public static final int USER_WORDS = ROW_WORDS - 1;
    /** The most rows of a table. */
    public static final int MAX_ROWS = 1 << 20;

    private static final int NAME_LENGTH = Long.BYTES;

    /**
     * Checks the schema.
     *
     * @throws IllegalArgumentException if a component is outside its range
     */
    public TableSchema
    {
        if (!name.matches("[!-~]{1," + NAME_LENGTH + "}") || version < 1 || maxRows < 1 || maxRows > MAX_ROWS)
        {
            throw new IllegalArgumentException("a table has a name of 1 to " + NAME_LENGTH +
                " characters of ASCII, a version from 1 and 1 to " + MAX_ROWS + " rows: name=" + name + " version=" +
                version + " maxRows=" + maxRows);
        }
    }

    /** Returns the name as a word, the first character in its lowest byte. */
    long nameWord()
    {
        long word = 0;
        final byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        for (int i = bytes.length - 1; i >= 0; i--)
        {
            word = (word << Byte.SIZE) | bytes[i];
        }
        return word;
    }
}

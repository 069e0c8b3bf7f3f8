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
package io.packetflow.trading.positions;

import io.packetflow.ringbuffers.share.TableSchema;

/** Cold path. Kind and version of the rows that {@link AccountRow} and {@link PositionRow} describe. */
public final class PositionSchema
{
    /** Of readers; how many rows there may be does not matter to them. */
    public static final TableSchema READING = of(1);

    private static final String NAME = "PFPOSITN";
    private static final int VERSION = 1;

    private PositionSchema()
    {
    }

    /**
     * Returns the schema of a table.
     *
     * @param maxRows how many rows there may be
     * @return the schema
     */
    public static TableSchema of(final int maxRows)
    {
        return new TableSchema(NAME, VERSION, maxRows);
    }
}

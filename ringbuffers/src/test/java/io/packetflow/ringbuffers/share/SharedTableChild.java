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

import java.io.IOException;
import java.nio.file.Path;

import net.openhft.chronicle.hash.locks.InterProcessLock;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ExternalMapQueryContext;

/**
 * A process of its own that uses a table and ends at a place that is known, without letting anything go: what a kill
 * leaves. Arguments: the place, the table.
 */
final class SharedTableChild
{
    static final TableSchema SCHEMA = new TableSchema("TESTROWS", 3, 1000);
    static final String JOURNAL = "/a/journal";
    /** Tells an end that was meant from a failure. */
    static final int HALTED = 42;

    private SharedTableChild()
    {
    }

    /** Where the process ends. */
    enum Place
    {
        /** A reader within a read. */
        READING,
        /** Any process that has the lock for itself. */
        WRITING,
        /** A filler between the odd generation and the even one, with one row of two written. */
        WITHIN_AN_UPDATE,
        /** A filler behind its first update, whose table is in its place. */
        BEHIND_AN_UPDATE
    }

    public static void main(final String[] args) throws IOException
    {
        final Path table = Path.of(args[1]);
        switch (Place.valueOf(args[0]))
        {
            case READING -> haltWithLock(table, true);
            case WRITING -> haltWithLock(table, false);
            case WITHIN_AN_UPDATE ->
            {
                final SharedTableWriter writer = filled(table);
                writer.beginUpdate(SharedTableTest.at(2));
                writer.put(0, new long[]{0, 2, -2});
            }
            default -> filled(table);
        }
        Runtime.getRuntime().halt(HALTED);
    }

    private static SharedTableWriter filled(final Path table) throws IOException
    {
        final SharedTableWriter writer =
            SharedTableWriter.create(table, SCHEMA, TableOrigin.ofThisProcess(JOURNAL, 17));
        SharedTableTest.update(writer, 1, 2);
        return writer;
    }

    private static void haltWithLock(final Path table, final boolean isReader) throws IOException
    {
        final ChronicleMap<Long, byte[]> map = MapBuilders.of(1).createPersistedTo(table.toFile());
        final ExternalMapQueryContext<Long, byte[], ?> context = map.queryContext(TableRows.STATE);
        final InterProcessLock lock = isReader ? context.readLock() : context.writeLock();
        lock.lock();
        Runtime.getRuntime().halt(HALTED);
    }
}

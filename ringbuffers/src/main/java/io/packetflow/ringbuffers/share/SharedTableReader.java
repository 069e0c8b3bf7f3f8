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

import static io.packetflow.ringbuffers.share.SharedTableException.Kind.DAMAGED;
import static io.packetflow.ringbuffers.share.SharedTableException.Kind.HALF_WRITTEN;
import static io.packetflow.ringbuffers.share.SharedTableException.Kind.NOT_A_TABLE;
import static io.packetflow.ringbuffers.share.SharedTableException.Kind.OTHER_SCHEMA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Cold path. Reads a shared table that another process fills, or has filled. Never waits longer than some seconds,
 * whatever happened to the filler. Used by one thread; a process has one reader of a table at a time.
 */
public final class SharedTableReader implements AutoCloseable
{
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Path path;
    private final Object fileKey;
    private final TableRows rows;
    private final long[] words = new long[TableSchema.USER_WORDS];

    private SharedTableReader(final Path path, final Object fileKey, final TableRows rows)
    {
        this.path = path;
        this.fileKey = fileKey;
        this.rows = rows;
    }

    /**
     * Opens a table.
     *
     * @param path of its file
     * @param schema that its rows must have; how many rows there may be does not matter
     * @return a reader
     * @throws SharedTableException if there is none, or it is of another kind
     * @throws IOException if the host does not let it be read
     */
    public static SharedTableReader open(final Path path, final TableSchema schema) throws IOException
    {
        TableFile.requireTable(path);
        // Before the file is opened: should it be replaced meanwhile, this reader says so, and the next one is right.
        final Object fileKey = keyOf(path);
        final TableRows rows = TableFile.open(path);
        boolean isOpen = false;
        try
        {
            final SharedTableReader reader = new SharedTableReader(path, fileKey, rows);
            reader.require(schema);
            isOpen = true;
            return reader;
        }
        finally
        {
            if (!isOpen)
            {
                rows.close();
            }
        }
    }

    private static Object keyOf(final Path path) throws IOException
    {
        return Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    private void require(final TableSchema schema) throws SharedTableException
    {
        if (!rows.get(TableRows.STATE, words))
        {
            throw new SharedTableException(NOT_A_TABLE, path + " is no shared table: it says nothing of itself; name " +
                "a table that was filled");
        }
        final TableState state = TableState.of(words, "");
        if (state.name() != schema.nameWord())
        {
            throw new SharedTableException(OTHER_SCHEMA, "the shared table " + path + " holds rows of another kind " +
                "than " + schema.name() + "; name another one, or remove it");
        }
        if (state.version() != schema.version())
        {
            throw new SharedTableException(OTHER_SCHEMA, "the shared table " + path + " has version " +
                state.version() + " of " + schema.name() + ", and this program knows version " + schema.version() +
                "; read it with the program that filled it, or remove it and fill it anew with this one");
        }
    }

    /** Returns whether the filler has put another file in the table's place; then a new reader reads that one. */
    public boolean isReplaced() throws IOException
    {
        return !Files.exists(path, LinkOption.NOFOLLOW_LINKS) || !keyOf(path).equals(fileKey);
    }

    /**
     * Reads all rows as they were at one moment.
     *
     * @return the rows, and up to where they are current
     * @throws SharedTableException if the table is damaged or was left half-written, or its lock is held
     */
    public SharedView read() throws SharedTableException
    {
        final long startNanos = System.nanoTime();
        while (true)
        {
            final TableState state = state();
            if ((state.generation() & 1) == 0)
            {
                final List<long[]> values = readRows(state.rowCount());
                if (state().generation() == state.generation())
                {
                    return new SharedView(state.origin(), state.progress(), values);
                }
            }
            if (System.nanoTime() - startNanos > PATIENCE_NANOS)
            {
                throw neverWhole(state);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Returns where the rows come from, whether or not they are whole. */
    public TableOrigin origin() throws SharedTableException
    {
        return state().origin();
    }

    private SharedTableException neverWhole(final TableState state)
    {
        final TableOrigin origin = state.origin();
        return new SharedTableException(HALF_WRITTEN, "the shared table " + path + " was never whole for " +
            TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s: its filler, process " + origin.pid() +
            (origin.isRunning() ? ", runs and is in the middle of an update, or updates it too often" :
            ", ended in the middle of an update") + "; fill it anew from the journal " + origin.journal());
    }

    private TableState state() throws SharedTableException
    {
        if (!rows.get(TableRows.STATE, words))
        {
            throw lacks("its state");
        }
        final String journal = rows.text(TableState.pathBytes(words));
        if (journal == null)
        {
            throw lacks("the name of its journal");
        }
        return TableState.of(words, journal);
    }

    private List<long[]> readRows(final int count) throws SharedTableException
    {
        final List<long[]> values = new ArrayList<>();
        for (int i = 0; i < count; i++)
        {
            final long[] row = new long[TableSchema.USER_WORDS];
            if (!rows.get(i, row))
            {
                throw lacks("row " + i + " of " + count);
            }
            values.add(row);
        }
        return values;
    }

    private SharedTableException lacks(final String what)
    {
        return new SharedTableException(DAMAGED, "the shared table " + path + " is damaged: it lacks " + what +
            "; fill it anew");
    }

    @Override
    public void close()
    {
        rows.close();
    }
}

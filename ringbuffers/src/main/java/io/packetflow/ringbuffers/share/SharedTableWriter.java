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

import static io.packetflow.ringbuffers.share.SharedTableException.Kind.OTHER_JOURNAL;
import static io.packetflow.ringbuffers.share.SharedTableException.Kind.REFUSED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Cold path. Fills a shared table. A writer never goes on with a file that it finds: it makes a new one beside it, and
 * puts that in its place when the first rows are in it. So whatever a writer that was killed left behind, rows half
 * written or a lock held, is gone with the next one. Used by one thread.
 *
 * <p>Ordering: an update makes the generation odd, changes rows, then makes it even; each is done under the lock of the
 * map, which releases and acquires. A reader that finds the same even generation before and after has read one moment.
 */
public final class SharedTableWriter implements AutoCloseable
{
    private final TableSchema schema;
    private final TableOrigin origin;
    private final TablePlace place;
    private TableRows rows;
    private long generation;
    private int rowCount;
    private boolean isPublished;

    private SharedTableWriter(final TableSchema schema, final TableOrigin origin, final TablePlace place)
    {
        this.schema = schema;
        this.origin = origin;
        this.place = place;
    }

    /**
     * Takes a place for a table, which nobody sees before its first update is complete.
     *
     * @param path of the file; its directory is made if there is none
     * @param schema of the rows
     * @param origin of the rows
     * @return a writer of no rows
     * @throws SharedTableException if the place holds something else, or another process fills it
     * @throws IOException if the host does not let it be written
     */
    public static SharedTableWriter create(final Path path, final TableSchema schema, final TableOrigin origin)
        throws IOException
    {
        if (origin.journal().getBytes(StandardCharsets.UTF_8).length > TableRows.MAX_TEXT_BYTES)
        {
            throw new SharedTableException(REFUSED, "the path of the journal is longer than " +
                TableRows.MAX_TEXT_BYTES + " bytes: " + origin.journal());
        }
        final SharedTableWriter writer = new SharedTableWriter(schema, origin, TablePlace.take(path));
        boolean isOpen = false;
        try
        {
            writer.requireOwn(path);
            writer.begin();
            isOpen = true;
            return writer;
        }
        finally
        {
            if (!isOpen)
            {
                writer.close();
            }
        }
    }

    /** What is there must be a table of the same journal; one that says nothing any more is nobody's. */
    private void requireOwn(final Path path) throws IOException
    {
        if (!place.isTaken())
        {
            return;
        }
        try (SharedTableReader found = SharedTableReader.open(path, schema))
        {
            final String other = found.origin().journal();
            if (!other.equals(origin.journal()))
            {
                throw new SharedTableException(OTHER_JOURNAL, "the shared table " + path + " holds rows of the " +
                    "journal " + other + ", and not of " + origin.journal() + "; name another table, or remove " +
                    "that one");
            }
        }
        catch (final SharedTableException e)
        {
            if (!isReplaceable(e.kind()))
            {
                throw e;
            }
        }
    }

    /** Whatever is plainly a table, and no use to anybody, makes room for a new one. */
    private static boolean isReplaceable(final SharedTableException.Kind kind)
    {
        return switch (kind)
        {
            case LOCKED, DAMAGED, HALF_WRITTEN -> true;
            default -> false;
        };
    }

    private void begin() throws IOException
    {
        rows = place.begin(schema.maxRows());
        rows.putText(origin.journal().getBytes(StandardCharsets.UTF_8));
        generation = 1;
        isPublished = false;
    }

    /**
     * Gives the file up and begins a new one in its place, without rows: where a reader was killed that held the lock.
     *
     * @throws IOException if the host does not let it be written
     */
    public void beginAnew() throws IOException
    {
        rows.close();
        rows = null;
        rowCount = 0;
        begin();
    }

    /**
     * Begins an update; until it ends readers wait, or go on with what they have.
     *
     * @param progress before it
     * @throws SharedTableException if the table's lock is held by somebody who is gone; {@link #beginAnew()}
     */
    public void beginUpdate(final TableProgress progress) throws SharedTableException
    {
        generation |= 1;
        putState(progress);
    }

    /**
     * Writes a row.
     *
     * @param row index, 0 to one more than the highest so far
     * @param words of the row, at most {@link TableSchema#USER_WORDS}
     * @throws SharedTableException if the table's lock is held by somebody who is gone
     */
    public void put(final int row, final long[] words) throws SharedTableException
    {
        if (row < 0 || row > rowCount || row >= schema.maxRows() || words.length > TableSchema.USER_WORDS)
        {
            throw new IllegalArgumentException("rows follow each other, 0 to " + (schema.maxRows() - 1) +
                ", and have " +
                TableSchema.USER_WORDS + " words: row=" + row + " rowCount=" + rowCount + " words=" + words.length);
        }
        rows.put(row, words);
        rowCount = Math.max(rowCount, row + 1);
    }

    /**
     * Ends an update, or says that there was nothing to update. The first one puts the table in its place.
     *
     * @param progress up to where the rows are current now
     * @throws IOException if the table's lock is held by somebody who is gone, or it cannot be put in its place
     */
    public void endUpdate(final TableProgress progress) throws IOException
    {
        generation += generation & 1;
        putState(progress);
        if (!isPublished)
        {
            place.publish();
            isPublished = true;
        }
    }

    private void putState(final TableProgress progress) throws SharedTableException
    {
        rows.put(TableRows.STATE,
            new TableState(schema.nameWord(), schema.version(), generation, rowCount, progress, origin).words());
    }

    /** Returns the number of rows. */
    public int rowCount()
    {
        return rowCount;
    }

    /** Closes the file, which stays for readers if it ever was put in its place. */
    @Override
    public void close() throws IOException
    {
        try (place)
        {
            if (rows != null)
            {
                rows.close();
            }
        }
    }
}

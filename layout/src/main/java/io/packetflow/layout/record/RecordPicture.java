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
package io.packetflow.layout.record;

import java.util.Arrays;
import java.util.Locale;

/** Cold path. Draws a record as a bit ruler, four bytes a row, as the RFCs do. */
final class RecordPicture
{
    private static final int ROW_BYTES = 4;
    private static final int BYTE_COLUMNS = 16;
    /** A field of more rows than this is drawn as its first row, an ellipsis and its last. */
    private static final int MAX_ROWS = 4;
    private static final String RULER =
        """
              0                   1                   2                   3
              0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
             +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        """;

    private static final int PADDING = -1;

    private final RecordLayout record;
    /** Which field each byte belongs to, rows filled up. */
    private final int[] fieldIndexByByte;
    private final StringBuilder text = new StringBuilder();

    private RecordPicture(final RecordLayout record)
    {
        this.record = record;
        this.fieldIndexByByte = new int[(record.size() + 2 * ROW_BYTES - 1) / ROW_BYTES * ROW_BYTES];
        Arrays.fill(fieldIndexByByte, PADDING);
        for (int i = 0; i < record.fields().size(); i++)
        {
            final Field field = record.fields().get(i);
            Arrays.fill(fieldIndexByByte, field.offset(), field.end(), i);
        }
    }

    static String of(final RecordLayout record)
    {
        final RecordPicture picture = new RecordPicture(record);
        picture.draw();
        return picture.text.toString();
    }

    private void draw()
    {
        text.append(String.format(Locale.ROOT, "%s: %d bytes, aligned to %d, little-endian\n",
            record.name(), record.size(), record.alignment()));
        text.append(RULER);
        int row = 0;
        while (row < record.size())
        {
            drawRow(row);
            if (isLong(row))
            {
                text.append(String.format(Locale.ROOT, "     |%s|\n", centred("...", ROW_BYTES * BYTE_COLUMNS - 1)));
                row = lastRowOfFieldAt(row);
            }
            else
            {
                row += ROW_BYTES;
                drawEdge(row);
            }
        }
        for (final Field field : record.fields())
        {
            text.append(String.format(Locale.ROOT, "%5d  %-15s %5d  %s\n",
                field.offset(), field.type(), field.length(), field.name()));
        }
    }

    private boolean isLong(final int row)
    {
        return fieldIndexByByte[row] != PADDING && lastRowOfFieldAt(row) - row >= MAX_ROWS * ROW_BYTES;
    }

    private int lastRowOfFieldAt(final int row)
    {
        return (record.fields().get(fieldIndexByByte[row]).end() - 1) / ROW_BYTES * ROW_BYTES;
    }

    private void drawRow(final int row)
    {
        text.append(String.format(Locale.ROOT, "%4d |", row));
        int at = row;
        while (at < row + ROW_BYTES)
        {
            int end = at + 1;
            while (end < row + ROW_BYTES && isOneField(at, end))
            {
                end++;
            }
            text.append(centred(label(at), (end - at) * BYTE_COLUMNS - 1)).append('|');
            at = end;
        }
        text.append('\n');
    }

    /** The name stands in a field's first row; the rest of it stays blank. */
    private String label(final int at)
    {
        if (fieldIndexByByte[at] == PADDING)
        {
            return at < record.size() ? "(padding)" : "";
        }
        final Field field = record.fields().get(fieldIndexByByte[at]);
        return at == field.offset() ? field.name() : "";
    }

    private void drawEdge(final int nextRow)
    {
        text.append("     +");
        for (int at = nextRow; at < nextRow + ROW_BYTES; at++)
        {
            final boolean isInside = isInside(at);
            final boolean isInsideNext = at + 1 < nextRow + ROW_BYTES && isInside(at + 1) && isOneField(at, at + 1);
            text.append((isInside ? " " : "-").repeat(BYTE_COLUMNS - 1)).append(isInside && isInsideNext ? ' ' : '+');
        }
        text.append('\n');
    }

    /** Whether a field runs from the row above through this byte, so that there is no edge between them. */
    private boolean isInside(final int at)
    {
        return fieldIndexByByte[at] != PADDING && isOneField(at - ROW_BYTES, at);
    }

    private boolean isOneField(final int left, final int right)
    {
        return fieldIndexByByte[left] == fieldIndexByByte[right];
    }

    private static String centred(final String label, final int width)
    {
        final String cut = label.length() <= width ? label : label.substring(0, width - 1) + "~";
        final int left = (width - cut.length()) / 2;
        return " ".repeat(left) + cut + " ".repeat(width - left - cut.length());
    }
}

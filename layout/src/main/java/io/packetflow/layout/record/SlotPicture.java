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

import java.util.List;
import java.util.Locale;

/** Cold path. Draws a slot: a row for each cache line, a letter for each eight bytes. */
final class SlotPicture
{
    private static final int WORD_BYTES = Long.BYTES;
    private static final int LETTERS = 26;

    private final MoleculeLayout layout;
    private final List<PlacedArea> areas;
    private final StringBuilder text = new StringBuilder();

    private SlotPicture(final MoleculeLayout layout)
    {
        this.layout = layout;
        this.areas = layout.areas();
    }

    static String of(final MoleculeLayout layout)
    {
        final SlotPicture picture = new SlotPicture(layout);
        picture.draw();
        return picture.text.toString();
    }

    private void draw()
    {
        text.append(String.format(Locale.ROOT,
            "%s: slot of %d bytes, %d areas, writers %s, %d bytes an area, %d bytes padding, hash %016x\n",
            layout.name(), layout.strideBytes(), areas.size(), layout.writers(), layout.bytesPerArea(),
            layout.paddingBytes(), layout.hash()));
        text.append(String.format(Locale.ROOT, "offset  writer  8-byte words     padding  areas that begin here\n"));
        for (int line = 0; line < layout.strideBytes(); line += MoleculeLayout.LINE_BYTES)
        {
            drawLine(line);
        }
        text.append(String.format(Locale.ROOT,
            "(lower case: a word that is partly padding; dot: padding; pairs of lines begin at multiples of %d)\n",
            MoleculeLayout.PAIR_BYTES));
    }

    private void drawLine(final int line)
    {
        final StringBuilder words = new StringBuilder();
        final StringBuilder begins = new StringBuilder();
        String writer = "-";
        int used = 0;
        for (int i = 0; i < areas.size(); i++)
        {
            final PlacedArea area = areas.get(i);
            final int first = Math.max(area.offset(), line);
            final int bytes = Math.min(area.end(), line + MoleculeLayout.LINE_BYTES) - first;
            if (bytes > 0)
            {
                writer = Integer.toString(area.writer());
                used += bytes;
            }
            if (bytes > 0 && first == area.offset())
            {
                begins.append(begins.length() == 0 ? "  " : ", ").append(letter(i)).append(' ').append(area.name());
                begins.append(" (").append(area.size()).append(')');
            }
        }
        for (int word = line; word < line + MoleculeLayout.LINE_BYTES; word += WORD_BYTES)
        {
            words.append(' ').append(wordAt(word));
        }
        text.append(String.format(Locale.ROOT, "%6d  %6s %s  %7d%s\n",
            line, writer, words, MoleculeLayout.LINE_BYTES - used, begins));
    }

    private char wordAt(final int word)
    {
        for (int i = 0; i < areas.size(); i++)
        {
            final PlacedArea area = areas.get(i);
            if (area.offset() <= word && word < area.end())
            {
                return area.end() - word < WORD_BYTES ? Character.toLowerCase(letter(i)) : letter(i);
            }
        }
        return '.';
    }

    /** With more than 26 areas the letters begin again; the names stand beside them. */
    private static char letter(final int areaIndex)
    {
        return (char)('A' + areaIndex % LETTERS);
    }
}

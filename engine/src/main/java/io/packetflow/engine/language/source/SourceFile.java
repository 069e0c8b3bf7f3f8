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
package io.packetflow.engine.language.source;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.nio.file.Path;

/**
 * Cold path. The text of a program and its lines. A line ends with LF, CR LF or CR. Immutable.
 *
 * <p>Offsets count UTF-16 units, as Java does; columns count characters (code points), as editors do, a tab as one.
 */
public final class SourceFile
{
    private final String name;
    private final Path path;
    private final String text;
    private final List<SourceDefect> defects;
    private final int[] lineStarts;

    SourceFile(final String name, final Path path, final String text, final List<SourceDefect> defects)
    {
        this.name = Objects.requireNonNull(name, "name");
        this.path = path;
        this.text = Objects.requireNonNull(text, "text");
        this.defects = List.copyOf(defects);
        this.lineStarts = lineStarts(text);
    }

    /**
     * Makes a source of a text that is in memory, and in no file: it cannot import others.
     *
     * @param name for messages
     * @param text of the program
     * @return the source
     */
    public static SourceFile of(final String name, final String text)
    {
        return new SourceFile(name, null, text, List.of());
    }

    /** Returns how messages call it: the path as the user wrote it, or another name. */
    public String name()
    {
        return name;
    }

    /** Returns the file that it was read from, if it was read from one. */
    public Optional<Path> path()
    {
        return Optional.ofNullable(path);
    }

    /** Returns the text, without a byte order mark. */
    public String text()
    {
        return text;
    }

    /** Returns where its bytes were no text. */
    public List<SourceDefect> defects()
    {
        return defects;
    }

    /** Returns how many lines it has: one at least. */
    public int lineCount()
    {
        return lineStarts.length;
    }

    /**
     * Returns the line that an offset is in.
     *
     * @param offset 0 to the length of the text
     * @return 1 or more
     */
    public int line(final int offset)
    {
        final int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * Returns the column of an offset in its line.
     *
     * @param offset 0 to the length of the text
     * @return 1 or more, in characters
     */
    public int column(final int offset)
    {
        return text.codePointCount(lineStart(line(offset)), offset) + 1;
    }

    /**
     * Returns where a line begins.
     *
     * @param line 1 or more
     * @return offset of its first character
     */
    public int lineStart(final int line)
    {
        return lineStarts[line - 1];
    }

    /**
     * Returns the text of a line.
     *
     * @param line 1 or more
     * @return the line without its end
     */
    public String lineText(final int line)
    {
        final int start = lineStart(line);
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && isLineEnd(text.charAt(end - 1)))
        {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Returns what stands in a span.
     *
     * @param span of this source
     * @return its characters
     */
    public String text(final Span span)
    {
        return text.substring(span.start(), span.end());
    }

    @Override
    public String toString()
    {
        return name;
    }

    private static boolean isLineEnd(final char character)
    {
        return character == '\n' || character == '\r';
    }

    private static int[] lineStarts(final String text)
    {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++)
        {
            final boolean isFirstOfTwo = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (isLineEnd(text.charAt(i)) && !isFirstOfTwo)
            {
                starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}

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
package io.packetflow.engine.language.format;

import java.util.ArrayList;
import java.util.List;

/** Cold path. Lines of a program with their trailing comments, which are aligned where lines follow each other. */
final class LineWriter
{
    private static final int GAP = 2;

    private static final class Line
    {
        private final int indent;
        private final StringBuilder text = new StringBuilder();
        private String comment = "";

        private Line(final int indent)
        {
            this.indent = indent;
        }

        private int width()
        {
            return indent + text.length();
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private Line current;

    /** Begins a line. */
    void newLine(final int indent)
    {
        current = new Line(indent);
        lines.add(current);
    }

    /** Leaves a line empty. */
    void blankLine()
    {
        newLine(0);
    }

    LineWriter append(final String text)
    {
        current.text.append(text);
        return this;
    }

    /** Puts a comment behind the current line; nothing may be appended to it any more. */
    void trailing(final String comment)
    {
        current.comment = comment;
    }

    /** Returns where the next character of the current line would stand, from 0. */
    int column()
    {
        return current.width();
    }

    /** Returns all lines. */
    String text()
    {
        final StringBuilder text = new StringBuilder(lines.size() * 40);
        int i = 0;
        while (i < lines.size())
        {
            final int end = endOfRun(i);
            final int column = lines.subList(i, end).stream().mapToInt(Line::width).max().orElse(0) + GAP;
            for (final Line line : lines.subList(i, end))
            {
                append(text, line, column);
            }
            i = end;
        }
        return text.toString();
    }

    /** Returns the end of a run of lines whose comments stand in one column. */
    private int endOfRun(final int start)
    {
        int end = start + 1;
        while (end < lines.size() && !lines.get(start).comment.isEmpty() && !lines.get(end).comment.isEmpty() &&
            lines.get(end).indent == lines.get(start).indent)
        {
            end++;
        }
        return end;
    }

    private static void append(final StringBuilder text, final Line line, final int column)
    {
        if (line.text.length() > 0)
        {
            text.append(" ".repeat(line.indent)).append(line.text);
        }
        if (!line.comment.isEmpty())
        {
            text.append(" ".repeat(column - line.width())).append(line.comment);
        }
        text.append('\n');
    }
}

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

import java.util.List;

import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Comment;

/**
 * Cold path. Writes parts line by line, with the comments before, behind and after them, and keeps single empty lines
 * between them. A comment that stands inside a part where the canonical form has no place for it follows the part.
 */
final class Sequence
{
    private final Layout layout;
    private final LineWriter out;
    private final int indent;
    private final Span inside;
    /** End of what was last written, as an offset into the source. */
    private int lastEnd;
    /** Nothing was written yet, so no empty line can stand between. */
    private boolean isAtStart = true;

    /**
     * Begins a sequence.
     *
     * @param indent of its lines
     * @param inside what it takes in the source, without brackets
     */
    Sequence(final Layout layout, final LineWriter out, final int indent, final Span inside)
    {
        this.layout = layout;
        this.out = out;
        this.indent = indent;
        this.inside = inside;
        this.lastEnd = inside.start();
    }

    /** Writes parts between brackets, the first of which was just written; each begins on a line of its own. */
    void bracketed(final List<Part> parts)
    {
        behind(inside.start(), parts.isEmpty() ? inside.end() : parts.get(0).span().start());
        lines(parts);
    }

    /** Writes parts, each beginning on a line of its own, and what comments are left before the end. */
    void lines(final List<Part> parts)
    {
        for (int i = 0; i < parts.size(); i++)
        {
            final Part part = parts.get(i);
            final boolean isSetOff = i > 0 && (part.isTall() || parts.get(i - 1).isTall());
            begin(part.span().start(), isSetOff);
            write(parts, i);
        }
        comments(inside.end(), false);
    }

    /** Writes parts, the first of which goes on with the current line; no empty line stands between. */
    void continued(final List<Part> parts)
    {
        write(parts, 0);
        for (int i = 1; i < parts.size(); i++)
        {
            isAtStart = true;
            begin(parts.get(i).span().start(), false);
            write(parts, i);
        }
    }

    private void begin(final int start, final boolean isSetOff)
    {
        final boolean wasSetOff = comments(start, isSetOff);
        blankLine(start, isSetOff && !wasSetOff);
        out.newLine(indent);
        isAtStart = false;
    }

    private void write(final List<Part> parts, final int index)
    {
        final Part part = parts.get(index);
        final boolean isLast = index == parts.size() - 1;
        part.printer().print(indent, part.separator().length());
        out.append(isLast ? "" : part.separator());
        lastEnd = part.span().end();
        behind(part.span().end(), isLast ? inside.end() : parts.get(index + 1).span().start());
    }

    /** Writes the comments before an offset, and returns whether there were any. */
    private boolean comments(final int end, final boolean isSetOff)
    {
        boolean any = false;
        for (Comment comment = layout.takeBefore(end); comment != null; comment = layout.takeBefore(end))
        {
            blankLine(comment.span().start(), isSetOff && !any);
            out.newLine(indent);
            out.append(comment.text());
            lastEnd = Math.max(lastEnd, comment.span().end());
            isAtStart = false;
            any = true;
        }
        return any;
    }

    private void blankLine(final int start, final boolean isForced)
    {
        if (isForced || (!isAtStart && layout.hasBlankLine(lastEnd, start)))
        {
            out.blankLine();
        }
    }

    private void behind(final int end, final int next)
    {
        final Comment comment = layout.takeBehind(end, next);
        if (comment != null)
        {
            out.trailing(comment.text());
            lastEnd = comment.span().end();
        }
    }
}

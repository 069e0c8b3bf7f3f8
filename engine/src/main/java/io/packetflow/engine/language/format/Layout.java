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

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Comment;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. What the printer asks of the source: where its author broke lines, and which comments are still due. */
final class Layout
{
    private final SourceFile source;
    private final int[] commentStarts;
    private final Deque<Comment> due;
    private final IdentityHashMap<SyntaxNode, Boolean> broken = new IdentityHashMap<>();

    Layout(final SourceFile source, final List<Comment> comments)
    {
        this.source = source;
        this.commentStarts = comments.stream().mapToInt(comment -> comment.span().start()).toArray();
        this.due = new ArrayDeque<>(comments);
    }

    /** Returns the next comment if it begins before an offset, and takes it; else null. */
    Comment takeBefore(final int offset)
    {
        return due.isEmpty() || due.peek().span().start() >= offset ? null : due.poll();
    }

    /** Returns the next comment if it stands behind a part, on the line of its end and before what follows. */
    Comment takeBehind(final int end, final int next)
    {
        final Comment comment = due.peek();
        final boolean isBehind = comment != null && comment.span().start() >= end && comment.span().start() < next &&
            source.line(comment.span().start()) == source.line(end);
        return isBehind ? due.poll() : null;
    }

    /** Returns whether the author left a line empty between two offsets. */
    boolean hasBlankLine(final int from, final int to)
    {
        return to > from && source.line(to) - source.line(from) > 1;
    }

    /** Returns whether a comment stands in a span. */
    boolean hasComment(final Span span)
    {
        final int found = Arrays.binarySearch(commentStarts, span.start());
        final int next = found >= 0 ? found : -found - 1;
        return next < commentStarts.length && commentStarts[next] < span.end();
    }

    /** Returns whether a node cannot stand on one line, whatever its width. */
    boolean mustBreak(final SyntaxNode node)
    {
        final Boolean known = broken.get(node);
        if (known != null)
        {
            return known;
        }
        boolean isBroken = !(node instanceof Pattern) && (hasComment(node.span()) || isBroken(node));
        if (!(node instanceof Pattern))
        {
            for (final SyntaxNode child : Children.of(node))
            {
                isBroken |= mustBreak(child);
            }
        }
        broken.put(node, isBroken);
        return isBroken;
    }

    /** Returns whether the author began a new line behind the opening bracket, or between the steps of a pipe. */
    private boolean isBroken(final SyntaxNode node)
    {
        if (node instanceof Block block)
        {
            return !block.statements().isEmpty();
        }
        if (node instanceof Expression.Choice choice)
        {
            return !choice.clauses().isEmpty();
        }
        if (node instanceof Expression.ListOf list)
        {
            return !list.elements().isEmpty() && beginsLine(list.elements().get(0));
        }
        if (node instanceof Expression.Tuple tuple)
        {
            return !tuple.elements().isEmpty() && beginsLine(tuple.elements().get(0));
        }
        if (node instanceof Expression.MapOf map)
        {
            return !map.items().isEmpty() && beginsLine(map.items().get(0));
        }
        if (node instanceof Expression.Call call)
        {
            return anyBeginsLine(call.arguments());
        }
        if (node instanceof Expression.Node declared)
        {
            return anyBeginsLine(declared.arguments()) || beginsLine(declared.group());
        }
        return node instanceof Expression.Pipe pipe && hasLineBetween(pipe.steps());
    }

    private boolean anyBeginsLine(final List<Argument> arguments)
    {
        return !arguments.isEmpty() && beginsLine(arguments.get(0));
    }

    private boolean hasLineBetween(final List<Expression> steps)
    {
        boolean has = false;
        for (int i = 1; i < steps.size(); i++)
        {
            has |= source.line(steps.get(i - 1).span().end()) != source.line(steps.get(i).span().start());
        }
        return has;
    }

    /** Returns whether a node is the first on its line. */
    boolean beginsLine(final SyntaxNode node)
    {
        final int start = node.span().start();
        final String text = source.text();
        int i = start - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t'))
        {
            i--;
        }
        return i >= 0 && (text.charAt(i) == '\n' || text.charAt(i) == '\r');
    }
}

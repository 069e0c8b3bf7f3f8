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
package io.packetflow.engine.language.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;

/** Cold path. Where tokens stand. The lexer counts characters (code points), a source UTF-16 units. */
final class TokenSpans
{
    private final String text;
    private final int[] offsets;

    TokenSpans(final SourceFile source)
    {
        text = source.text();
        offsets = text.chars().anyMatch(unit -> Character.isSurrogate((char)unit)) ? offsets(text) : null;
    }

    Span span(final Token token)
    {
        if (token.getType() == Token.EOF || token.getStartIndex() < 0)
        {
            return new Span(text.length(), text.length());
        }
        final int start = offset(token.getStartIndex());
        return new Span(start, Math.max(start, offset(token.getStopIndex() + 1)));
    }

    Span span(final ParserRuleContext context)
    {
        final Span first = span(context.getStart());
        final Span last = context.getStop() == null ? first : span(context.getStop());
        return last.end() < first.start() ? first : first.to(last);
    }

    private int offset(final int character)
    {
        return offsets == null ? character : offsets[character];
    }

    private static int[] offsets(final String text)
    {
        final int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int offset = 0;
        for (int i = 0; i < offsets.length - 1; i++)
        {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[offsets.length - 1] = offset;
        return offsets;
    }
}

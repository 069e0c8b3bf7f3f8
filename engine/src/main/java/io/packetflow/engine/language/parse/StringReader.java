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

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Expression;

/** Cold path. Reads strings: end, escapes, length. */
final class StringReader
{
    private static final int MAX_HEX_DIGITS = 6;

    private final SourceFile source;
    private final Diagnostics diagnostics;

    StringReader(final SourceFile source, final Diagnostics diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** Returns the string of a literal; what is wrong with it is reported, and left out. */
    Expression.Text read(final String literal, final Span span)
    {
        final StringBuilder value = new StringBuilder(literal.length());
        int i = 1;
        while (i < literal.length() && literal.charAt(i) != '"')
        {
            i = literal.charAt(i) == '\\' ? escape(literal, i, span, value) : plain(literal, i, value);
        }
        if (i >= literal.length())
        {
            diagnostics.report(Diagnostic.of(DiagnosticCode.UNTERMINATED_STRING, source, span,
                "the string has no end on its line").expected("'\"' at the end of the string", "the end of the line"));
        }
        else if (value.length() > LanguageLimits.MAX_STRING_LENGTH)
        {
            diagnostics.report(Diagnostic.of(DiagnosticCode.LITERAL_TOO_LARGE, source, span,
                "the string has " + value.length() + " characters")
                .expected("at most " + LanguageLimits.MAX_STRING_LENGTH, ""));
            value.setLength(0);
        }
        return new Expression.Text(value.toString(), span);
    }

    private static int plain(final String literal, final int index, final StringBuilder value)
    {
        value.append(literal.charAt(index));
        return index + 1;
    }

    /** Reads the escape at an index and returns the index behind it. */
    private int escape(final String literal, final int index, final Span span, final StringBuilder value)
    {
        final char kind = index + 1 < literal.length() ? literal.charAt(index + 1) : ' ';
        final int plain = "\"\\nrt".indexOf(kind);
        if (plain >= 0)
        {
            value.append("\"\\\n\r\t".charAt(plain));
            return index + 2;
        }
        final int close = kind == 'u' ? literal.indexOf('}', index) : -1;
        if (close > index + 3 && close <= index + 3 + MAX_HEX_DIGITS && literal.charAt(index + 2) == '{')
        {
            final int character = codePoint(literal.substring(index + 3, close));
            if (character >= 0)
            {
                value.appendCodePoint(character);
                return close + 1;
            }
        }
        final int end = Math.min(index + 2, literal.length());
        diagnostics.report(Diagnostic.of(DiagnosticCode.UNKNOWN_ESCAPE, source,
            new Span(span.start() + index, span.start() + end), "the escape " + literal.substring(index, end) +
            " means nothing").expected("one of \\\" \\\\ \\n \\r \\t \\u{HEX}", ""));
        return end;
    }

    private static int codePoint(final String hex)
    {
        final boolean isHex = hex.chars().allMatch(digit -> Character.digit(digit, 16) >= 0 && digit < 128);
        final int character = isHex ? Integer.parseInt(hex, 16) : -1;
        final boolean isCharacter = Character.isValidCodePoint(character) &&
            (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
        return isCharacter ? character : -1;
    }
}

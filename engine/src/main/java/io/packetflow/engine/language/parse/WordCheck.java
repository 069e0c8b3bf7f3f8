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

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.grammar.PacketFlowLexer;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Expression;

/** Cold path. Examines each word of a source, and reads the literals among them. */
final class WordCheck
{
    /** Operators of other languages, and what takes their place so that the rest can be parsed. */
    private static final Map<String, Integer> FOREIGN = Map.of(
        "&&", PacketFlowLexer.AND, "||", PacketFlowLexer.OR, "!", PacketFlowLexer.NOT);

    private final SourceFile source;
    private final Diagnostics diagnostics;
    private final TokenSpans spans;
    private final LiteralReader literals;
    private final StringReader strings;
    private final IdentityHashMap<Token, Expression> values = new IdentityHashMap<>();

    private WordCheck(final SourceFile source, final Diagnostics diagnostics, final TokenSpans spans)
    {
        this.source = source;
        this.diagnostics = diagnostics;
        this.spans = spans;
        this.literals = new LiteralReader(source, diagnostics);
        this.strings = new StringReader(source, diagnostics);
    }

    /** Returns the values of all literals by their tokens. */
    static IdentityHashMap<Token, Expression> check(
        final List<CommonToken> tokens, final TokenSpans spans, final SourceFile source,
        final Diagnostics diagnostics)
    {
        final WordCheck words = new WordCheck(source, diagnostics, spans);
        tokens.forEach(words::check);
        words.checkReadingOrder();
        return words.values;
    }

    private void check(final CommonToken token)
    {
        final Span span = spans.span(token);
        final String text = token.getText();
        switch (token.getType())
        {
            case PacketFlowLexer.WORD -> checkName(text, span);
            case PacketFlowLexer.ATOM -> checkName(text.substring(1), new Span(span.start() + 1, span.end()));
            case PacketFlowLexer.INTEGER -> values.put(token, literals.wholeNumber(text, span));
            case PacketFlowLexer.DECIMAL -> values.put(token, literals.decimalNumber(text, span));
            case PacketFlowLexer.RATE, PacketFlowLexer.MEASURE -> values.put(token, literals.measure(text, span));
            case PacketFlowLexer.STRING ->
            {
                checkControls(text, span);
                values.put(token, strings.read(text, span));
            }
            case PacketFlowLexer.TRUE, PacketFlowLexer.FALSE ->
                values.put(token, new Expression.Truth(token.getType() == PacketFlowLexer.TRUE, span));
            case PacketFlowLexer.COMMENT -> checkControls(text, span);
            case PacketFlowLexer.FOREIGN -> replaceForeign(token, span);
            case PacketFlowLexer.STRANGE -> checkStrange(text, span);
            default ->
            {
                // Words whose text says all.
            }
        }
    }

    private void replaceForeign(final CommonToken token, final Span span)
    {
        final String text = token.getText();
        final Integer own = FOREIGN.get(text);
        final String word = own == null ? "" : PacketFlowLexer.VOCABULARY.getLiteralName(own);
        report(DiagnosticCode.UNEXPECTED_CHARACTER, span, "'" + text + "' is no operator of the language",
            own == null ? "" : "write " + word);
        if (own != null)
        {
            token.setType(own);
            token.setText(word.replace("'", ""));
            token.setChannel(Token.DEFAULT_CHANNEL);
        }
    }

    private void checkName(final String name, final Span span)
    {
        if (name.length() > LanguageLimits.MAX_NAME_LENGTH)
        {
            report(DiagnosticCode.NAME_TOO_LONG, span, "the name has " + name.length() + " characters, and " +
                LanguageLimits.MAX_NAME_LENGTH + " is the most", "");
        }
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1))
        {
            final int character = name.codePointAt(i);
            if (character >= 128)
            {
                final String letter = LookAlike.asciiLetter(character);
                report(DiagnosticCode.NOT_ASCII,
                    new Span(span.start() + i, span.start() + i + Character.charCount(character)),
                    "a name is ASCII, and this letter is " + LookAlike.describe(character),
                    letter.isEmpty() ? "" : "write '" + letter + "'");
                return;
            }
        }
    }

    private void checkStrange(final String text, final Span span)
    {
        final int character = text.codePointAt(0);
        final boolean isDefect = character == 0xFFFD &&
            source.defects().stream().anyMatch(defect -> defect.span().equals(span));
        if (!isDefect && !isBidirectional(character))
        {
            final String shown = character > 32 && character < 127 ? "'" + text + "'" : LookAlike.describe(character);
            report(DiagnosticCode.UNEXPECTED_CHARACTER, span, "unexpected character " + shown,
                character == '\'' ? "strings stand between quotation marks: \"text\"" : "");
        }
    }

    private void checkControls(final String text, final Span span)
    {
        for (int i = 0; i < text.length(); i++)
        {
            if (Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\t')
            {
                report(DiagnosticCode.UNEXPECTED_CHARACTER, new Span(span.start() + i, span.start() + i + 1),
                    "unexpected control character " + LookAlike.describe(text.charAt(i)), "");
                return;
            }
        }
    }

    private void checkReadingOrder()
    {
        final String text = source.text();
        for (int i = 0; i < text.length(); i++)
        {
            if (isBidirectional(text.charAt(i)))
            {
                report(DiagnosticCode.BIDIRECTIONAL_CONTROL, new Span(i, i + 1), "the reading order is changed by " +
                    LookAlike.describe(text.charAt(i)), "");
            }
        }
    }

    private static boolean isBidirectional(final int character)
    {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    private void report(
        final DiagnosticCode code, final Span span, final String message, final String suggestion)
    {
        diagnostics.report(Diagnostic.of(code, source, span, message).suggestion(suggestion));
    }
}

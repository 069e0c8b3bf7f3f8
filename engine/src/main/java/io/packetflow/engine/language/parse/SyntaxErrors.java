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

import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.FailedPredicateException;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.grammar.PacketFlowLexer;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.periodic.NearestName;

/** Cold path. ANTLR's recovery, with diagnostics in the place of its messages. */
final class SyntaxErrors extends DefaultErrorStrategy
{
    private static final List<String> DEFINITION_WORDS =
        List.of("defmodule", "packet", "molecule", "reactor", "def", "defmacro", "import");

    private static final Set<Integer> BRACKETS = Set.of(PacketFlowLexer.LBRACE, PacketFlowLexer.RBRACE,
        PacketFlowLexer.LBRACKET, PacketFlowLexer.RBRACKET, PacketFlowLexer.LPAREN, PacketFlowLexer.RPAREN,
        PacketFlowLexer.LINE_LPAREN, PacketFlowLexer.CLAUSE_LBRACE, PacketFlowLexer.MAP_OPEN);

    private static final Set<Integer> CLOSERS =
        Set.of(PacketFlowLexer.RBRACE, PacketFlowLexer.RBRACKET, PacketFlowLexer.RPAREN);

    private final SourceFile source;
    private final TokenSpans spans;
    private final List<Span> doubtful;
    private final Diagnostics diagnostics;
    private int lookedAheadAt = -1;
    private int lastReportedAt = -1;

    /**
     * Creates the strategy.
     *
     * @param doubtful parts of the source in which brackets were made to match: what the parser finds there is a
     *                 consequence of what was reported already
     */
    SyntaxErrors(
        final SourceFile source, final TokenSpans spans, final List<Span> doubtful, final Diagnostics diagnostics)
    {
        this.source = source;
        this.spans = spans;
        this.doubtful = doubtful;
        this.diagnostics = diagnostics;
    }

    @Override
    public void sync(final Parser recognizer)
    {
        lookedAheadAt = recognizer.getInputStream().index();
        super.sync(recognizer);
    }

    /** What is forgotten, most often a comma, is invented before something that is there is taken for too much. */
    @Override
    public Token recoverInline(final Parser recognizer)
    {
        return singleTokenInsertion(recognizer) ? getMissingSymbol(recognizer) : super.recoverInline(recognizer);
    }

    /** Brackets match when the parser sees them, so none of them is ever too much or missing. */
    @Override
    protected Token singleTokenDeletion(final Parser recognizer)
    {
        return BRACKETS.contains(recognizer.getCurrentToken().getType()) ? null : super.singleTokenDeletion(recognizer);
    }

    @Override
    protected boolean singleTokenInsertion(final Parser recognizer)
    {
        final boolean isBracketWanted =
            recognizer.getExpectedTokens().toList().stream().allMatch(BRACKETS::contains);
        return !isBracketWanted && super.singleTokenInsertion(recognizer);
    }

    @Override
    protected void reportNoViableAlternative(final Parser recognizer, final NoViableAltException e)
    {
        reportUnexpected(recognizer, e.getOffendingToken(), recognizer.getExpectedTokens());
    }

    @Override
    protected void reportInputMismatch(final Parser recognizer, final InputMismatchException e)
    {
        final IntervalSet expected = new IntervalSet(recognizer.getExpectedTokens());
        // What ANTLR remembers of its last look ahead is right only where nothing was consumed since.
        if (e.getOffendingToken().getTokenIndex() == lookedAheadAt)
        {
            expected.addAll(e.getExpectedTokens());
        }
        reportUnexpected(recognizer, e.getOffendingToken(), expected);
    }

    @Override
    protected void reportFailedPredicate(final Parser recognizer, final FailedPredicateException e)
    {
        // The only predicates are those of operators' strength, and they fail where an operand is missing.
        reportUnexpected(recognizer, e.getOffendingToken(), e.getExpectedTokens());
    }

    @Override
    protected void reportUnwantedToken(final Parser recognizer)
    {
        if (!inErrorRecoveryMode(recognizer))
        {
            beginErrorCondition(recognizer);
            reportUnexpected(recognizer, recognizer.getCurrentToken(), getExpectedTokens(recognizer));
        }
    }

    @Override
    protected void reportMissingToken(final Parser recognizer)
    {
        if (!inErrorRecoveryMode(recognizer))
        {
            beginErrorCondition(recognizer);
            lastReportedAt = recognizer.getCurrentToken().getTokenIndex();
            final Token before = recognizer.getInputStream().LT(-1);
            final Token next = recognizer.getCurrentToken();
            final int at = spans.span(before == null ? next : before).end();
            final String missing = TokenNames.expected(getExpectedTokens(recognizer));
            report(Diagnostic.of(DiagnosticCode.MISSING_TOKEN, source, new Span(at, at),
                missing + " is missing").expected(missing, TokenNames.found(next))
                .suggestion(advice(recognizer, next, before)));
        }
    }

    private void reportUnexpected(final Parser recognizer, final Token token, final IntervalSet expected)
    {
        if (diagnostics.isFull() || isBehindAbandonedDefinition(recognizer, token, expected) ||
            isEndOfDamagedBrackets(recognizer, token))
        {
            return;
        }
        lastReportedAt = token.getTokenIndex();
        final Token before = recognizer.getInputStream().LT(-1);
        report(Diagnostic.of(DiagnosticCode.UNEXPECTED_TOKEN, source, spans.span(token),
            "unexpected " + TokenNames.found(token))
            .expected(TokenNames.expected(expected), "")
            .suggestion(advice(recognizer, token, before)));
    }

    /**
     * Tells whether the parser looks for the next definition inside the brackets of one that it gave up: then there
     * was an error already, and the rest of those brackets is skipped without another word.
     */
    private static boolean isBehindAbandonedDefinition(
        final Parser recognizer, final Token token, final IntervalSet expected)
    {
        if (!expected.contains(PacketFlowLexer.MOLECULE) || expected.contains(PacketFlowLexer.WORD))
        {
            return false;
        }
        int depth = expected.contains(Token.EOF) ? 0 : -1;
        for (int i = 0; i < token.getTokenIndex(); i++)
        {
            final Token earlier = recognizer.getInputStream().get(i);
            final boolean isBracket = earlier.getChannel() == Token.DEFAULT_CHANNEL &&
                BRACKETS.contains(earlier.getType());
            depth += !isBracket ? 0 : CLOSERS.contains(earlier.getType()) ? -1 : 1;
        }
        return depth > 0;
    }

    /** Tells whether a bracket closes one behind which an error was reported: what was in them is skipped. */
    private boolean isEndOfDamagedBrackets(final Parser recognizer, final Token token)
    {
        if (!CLOSERS.contains(token.getType()))
        {
            return false;
        }
        int depth = 1;
        int i = token.getTokenIndex();
        while (i > 0 && depth > 0)
        {
            i--;
            final Token earlier = recognizer.getInputStream().get(i);
            final boolean isBracket = earlier.getChannel() == Token.DEFAULT_CHANNEL &&
                BRACKETS.contains(earlier.getType());
            depth += !isBracket ? 0 : CLOSERS.contains(earlier.getType()) ? 1 : -1;
        }
        return lastReportedAt > i;
    }

    private void report(final Diagnostic diagnostic)
    {
        final int at = diagnostic.span().start();
        if (doubtful.stream().noneMatch(part -> at >= part.start() && at <= part.end()))
        {
            diagnostics.report(diagnostic);
        }
    }

    /** Knows some mistakes that are easily made. */
    private static String advice(final Parser recognizer, final Token token, final Token before)
    {
        final IntervalSet expected = recognizer.getExpectedTokens();
        if (token.getType() == PacketFlowLexer.ATOM && before != null && before.getType() == PacketFlowLexer.WORD &&
            before.getStopIndex() + 1 == token.getStartIndex())
        {
            return "put a space behind the colon of a key: " + before.getText() + ": " + token.getText().substring(1);
        }
        if (token.getType() == PacketFlowLexer.WORD && expected.contains(PacketFlowLexer.MOLECULE) &&
            !expected.contains(PacketFlowLexer.WORD))
        {
            final String near = NearestName.find(token.getText(), DEFINITION_WORDS);
            return near == null ? "" : "did you mean '" + near + "'?";
        }
        if (token.getType() == PacketFlowLexer.ASSIGN && expected.contains(PacketFlowLexer.COLON) &&
            !expected.contains(PacketFlowLexer.MAP_OPEN))
        {
            return "write a colon between key and value";
        }
        if (token.getType() == PacketFlowLexer.ASSIGN && expected.contains(PacketFlowLexer.EQUAL))
        {
            return "write == to compare";
        }
        return TokenNames.isKeyword(token.getType()) && expected.contains(PacketFlowLexer.WORD) ?
            "'" + token.getText() + "' is a word of the language and cannot be a name here" : "";
    }
}

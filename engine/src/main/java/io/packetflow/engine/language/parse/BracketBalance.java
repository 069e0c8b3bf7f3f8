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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.grammar.PacketFlowLexer;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;

/**
 * Cold path. Makes brackets match before anything is parsed: one that is never closed gets its partner before the next
 * definition, and one that closes nothing is passed over. So an error with brackets is one diagnostic that names the
 * bracket, and what follows is parsed as it was meant.
 */
final class BracketBalance
{
    private final SourceFile source;
    private final TokenSpans spans;
    private final Diagnostics diagnostics;
    private final List<CommonToken> balanced = new ArrayList<>();
    private final List<Span> doubtful = new ArrayList<>();
    private final Deque<CommonToken> open = new ArrayDeque<>();
    private boolean isInModule;
    private int signs;
    private boolean isTooDeep;

    private BracketBalance(final SourceFile source, final TokenSpans spans, final Diagnostics diagnostics)
    {
        this.source = source;
        this.spans = spans;
        this.diagnostics = diagnostics;
    }

    /**
     * The result.
     *
     * @param tokens with their brackets in balance
     * @param doubtful parts in which that took an invention
     */
    record Balanced(List<CommonToken> tokens, List<Span> doubtful)
    {
    }

    /** Returns the tokens with their brackets in balance, or nothing where they nest too deeply. */
    static Optional<Balanced> balance(
        final List<CommonToken> tokens, final TokenSpans spans, final SourceFile source, final Diagnostics diagnostics)
    {
        final BracketBalance balance = new BracketBalance(source, spans, diagnostics);
        for (int i = 0; i < tokens.size() && !balance.isTooDeep; i++)
        {
            balance.take(tokens, i);
        }
        return balance.isTooDeep ? Optional.empty() : Optional.of(
            new Balanced(balance.balanced, balance.doubtful));
    }

    private void take(final List<CommonToken> tokens, final int index)
    {
        final CommonToken token = tokens.get(index);
        if (token.getType() == Token.EOF)
        {
            closeDownTo(0, token, "the end of the file");
        }
        else if (token.getChannel() == Token.DEFAULT_CHANNEL)
        {
            takeWord(tokens, index, token);
        }
        balanced.add(token);
    }

    private void takeWord(final List<CommonToken> tokens, final int index, final CommonToken token)
    {
        final int kept = isInModule && token.getType() != PacketFlowLexer.DEFMODULE ? 1 : 0;
        if (open.size() > kept && Definitions.beginsAt(tokens, index))
        {
            closeDownTo(kept, token, "the definition in line " + source.line(spans.span(token).start()));
        }
        final int closer = closer(token.getType());
        if (closer != Token.INVALID_TYPE)
        {
            isInModule |= open.isEmpty() && Definitions.opensModule(tokens, index);
            open.push(token);
        }
        else if (isCloser(token.getType()))
        {
            close(token);
        }
        final boolean isSign = token.getType() == PacketFlowLexer.NOT || token.getType() == PacketFlowLexer.MINUS;
        signs = isSign ? signs + 1 : 0;
        checkDepth(token);
    }

    private void checkDepth(final CommonToken token)
    {
        if (open.size() + signs > LanguageLimits.MAX_NESTING)
        {
            isTooDeep = true;
            diagnostics.report(Diagnostic.of(DiagnosticCode.NESTED_TOO_DEEPLY, source, spans.span(token),
                "more than " + LanguageLimits.MAX_NESTING + " levels deep; the file is not examined further")
                .suggestion("name a part with an assignment, or make it a function"));
        }
    }

    private void close(final CommonToken token)
    {
        final boolean hasPartner = open.stream().anyMatch(opener -> closer(opener.getType()) == token.getType());
        if (!hasPartner)
        {
            diagnostics.report(report(token, "'" + token.getText() + "' closes nothing").suggestion("take it away"));
            token.setChannel(Token.HIDDEN_CHANNEL);
            return;
        }
        while (closer(open.peek().getType()) != token.getType())
        {
            closeTop(token, "'" + token.getText() + "' in line " + source.line(spans.span(token).start()));
        }
        open.pop();
        isInModule &= !open.isEmpty();
    }

    private void closeDownTo(final int size, final CommonToken before, final String place)
    {
        while (open.size() > size)
        {
            closeTop(before, place);
        }
        isInModule &= !open.isEmpty();
    }

    private void closeTop(final CommonToken before, final String place)
    {
        final CommonToken opener = open.pop();
        final int closer = closer(opener.getType());
        final String text = PacketFlowLexer.VOCABULARY.getLiteralName(closer);
        diagnostics.report(report(opener, "'" + opener.getText() + "' is not closed")
            .expected(text + " before " + place, ""));
        doubtful.add(new Span(spans.span(opener).end(), spans.span(before).end()));
        final CommonToken partner = new CommonToken(before);
        partner.setType(closer);
        partner.setText("");
        partner.setChannel(Token.DEFAULT_CHANNEL);
        partner.setStopIndex(partner.getStartIndex() - 1);
        balanced.add(partner);
    }

    private Diagnostic report(final CommonToken token, final String message)
    {
        return Diagnostic.of(DiagnosticCode.UNBALANCED_BRACKET, source, spans.span(token), message);
    }

    private static boolean isCloser(final int type)
    {
        return type == PacketFlowLexer.RBRACE || type == PacketFlowLexer.RBRACKET || type == PacketFlowLexer.RPAREN;
    }

    private static int closer(final int type)
    {
        return switch (type)
        {
            case PacketFlowLexer.LBRACE, PacketFlowLexer.MAP_OPEN -> PacketFlowLexer.RBRACE;
            case PacketFlowLexer.LBRACKET -> PacketFlowLexer.RBRACKET;
            case PacketFlowLexer.LPAREN -> PacketFlowLexer.RPAREN;
            default -> Token.INVALID_TYPE;
        };
    }
}

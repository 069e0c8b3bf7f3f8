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
import java.util.Deque;
import java.util.List;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

import io.packetflow.engine.language.grammar.PacketFlowLexer;

/**
 * Cold path. Gives tokens of their own to signs whose meaning depends on what stands around them. Directly within
 * braces, a minus or a parenthesis that begins a line begins a statement, and does not go on with the line before. A
 * brace behind an arrow opens a block, unless it holds commas or nothing: then it is a tuple.
 */
final class TokenShaping
{
    /** An open bracket: its token, and whether a comma stands directly in it. */
    private static final class Frame
    {
        private final CommonToken opener;
        private final boolean isBehindArrow;
        private boolean hasComma;
        private boolean isEmpty = true;

        private Frame(final CommonToken opener, final boolean isBehindArrow)
        {
            this.opener = opener;
            this.isBehindArrow = isBehindArrow;
        }
    }

    private final Deque<Frame> open = new ArrayDeque<>();

    private TokenShaping()
    {
    }

    /** Shapes tokens whose brackets are in balance. */
    static void shape(final List<CommonToken> tokens)
    {
        final TokenShaping shaping = new TokenShaping();
        CommonToken before = null;
        for (final CommonToken token : tokens)
        {
            if (token.getChannel() == Token.DEFAULT_CHANNEL)
            {
                shaping.take(token, before);
                before = token;
            }
        }
    }

    private void take(final CommonToken token, final CommonToken before)
    {
        final Frame frame = open.peek();
        final boolean beginsLine = before == null || before.getLine() < token.getLine();
        final boolean isInBraces = frame != null && frame.opener.getType() == PacketFlowLexer.LBRACE;
        if (frame != null)
        {
            frame.hasComma |= token.getType() == PacketFlowLexer.COMMA;
            frame.isEmpty &= isCloser(token.getType());
        }
        switch (token.getType())
        {
            case PacketFlowLexer.MINUS -> retype(token, PacketFlowLexer.LINE_MINUS, beginsLine && isInBraces);
            case PacketFlowLexer.LPAREN ->
            {
                retype(token, PacketFlowLexer.LINE_LPAREN, beginsLine && isInBraces);
                open.push(new Frame(token, false));
            }
            case PacketFlowLexer.LBRACE ->
                open.push(new Frame(token, before != null && before.getType() == PacketFlowLexer.ARROW));
            case PacketFlowLexer.LBRACKET, PacketFlowLexer.MAP_OPEN -> open.push(new Frame(token, false));
            case PacketFlowLexer.RBRACE, PacketFlowLexer.RBRACKET, PacketFlowLexer.RPAREN -> close();
            default ->
            {
                // The others mean one thing.
            }
        }
    }

    private void close()
    {
        final Frame frame = open.poll();
        if (frame != null)
        {
            retype(frame.opener, PacketFlowLexer.CLAUSE_LBRACE,
                frame.isBehindArrow && !frame.hasComma && !frame.isEmpty);
        }
    }

    private static void retype(final CommonToken token, final int type, final boolean isMeant)
    {
        if (isMeant)
        {
            token.setType(type);
        }
    }

    private static boolean isCloser(final int type)
    {
        return type == PacketFlowLexer.RBRACE || type == PacketFlowLexer.RBRACKET || type == PacketFlowLexer.RPAREN;
    }
}

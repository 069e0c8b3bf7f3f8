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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

import io.packetflow.engine.language.grammar.PacketFlowLexer;

/** Cold path. What tokens are called in messages. */
final class TokenNames
{
    private static final int MAX_SHOWN = 30;

    /** What only an expression may begin with: where all may stand, an expression is expected. */
    private static final List<Integer> EXPRESSION_STARTS =
        List.of(PacketFlowLexer.INTEGER, PacketFlowLexer.STRING, PacketFlowLexer.MAP_OPEN, PacketFlowLexer.IF);

    /** What may go on with an expression; they are left out of a list of what may follow one. */
    private static final Set<Integer> OPERATORS = Set.of(PacketFlowLexer.STAR, PacketFlowLexer.SLASH,
        PacketFlowLexer.PERCENT, PacketFlowLexer.PLUS, PacketFlowLexer.MINUS, PacketFlowLexer.PIPE,
        PacketFlowLexer.LESS, PacketFlowLexer.AT_MOST, PacketFlowLexer.GREATER, PacketFlowLexer.AT_LEAST,
        PacketFlowLexer.EQUAL, PacketFlowLexer.NOT_EQUAL, PacketFlowLexer.AND, PacketFlowLexer.OR,
        PacketFlowLexer.DOT, PacketFlowLexer.LPAREN);

    private static final Set<Integer> NAMES = Set.of(PacketFlowLexer.WORD, PacketFlowLexer.PACKET,
        PacketFlowLexer.MOLECULE, PacketFlowLexer.REACTOR, PacketFlowLexer.IMPORT, PacketFlowLexer.NODES,
        PacketFlowLexer.NODE, PacketFlowLexer.QUOTE);

    private static final Set<Integer> VALUES = Set.of(PacketFlowLexer.INTEGER, PacketFlowLexer.DECIMAL,
        PacketFlowLexer.RATE, PacketFlowLexer.MEASURE, PacketFlowLexer.STRING, PacketFlowLexer.TRUE,
        PacketFlowLexer.FALSE, PacketFlowLexer.ATOM, PacketFlowLexer.COLON, PacketFlowLexer.WHEN,
        PacketFlowLexer.LBRACKET, PacketFlowLexer.LBRACE, PacketFlowLexer.MAP_OPEN, PacketFlowLexer.IF,
        PacketFlowLexer.CASE, PacketFlowLexer.UNQUOTE, PacketFlowLexer.LPAREN, PacketFlowLexer.LINE_LPAREN,
        PacketFlowLexer.MINUS, PacketFlowLexer.LINE_MINUS, PacketFlowLexer.NOT);

    private TokenNames()
    {
    }

    /** Describes a token that was found. */
    static String found(final Token token)
    {
        final String text = token.getText();
        return switch (token.getType())
        {
            case Token.EOF -> "the end of the file";
            case PacketFlowLexer.STRING -> "the string " + shortened(text);
            case PacketFlowLexer.WORD, PacketFlowLexer.ATOM -> "'" + shortened(text) + "'";
            case PacketFlowLexer.INTEGER, PacketFlowLexer.DECIMAL, PacketFlowLexer.RATE, PacketFlowLexer.MEASURE ->
                "the number " + shortened(text);
            default -> text.isEmpty() ? "the end of what is in brackets" : "'" + text + "'";
        };
    }

    /** Describes what may stand somewhere. */
    static String expected(final IntervalSet types)
    {
        final List<String> names = new ArrayList<>();
        final boolean isExpression = EXPRESSION_STARTS.stream().allMatch(types::contains);
        if (isExpression)
        {
            names.add("an expression");
        }
        final boolean isName = NAMES.stream().allMatch(types::contains);
        final boolean isKey = isName && types.contains(PacketFlowLexer.ELSE);
        if (isName && !isExpression)
        {
            names.add(isKey ? "a key" : "a name");
        }
        for (final int type : types.toList())
        {
            final boolean isCovered = (isExpression && VALUES.contains(type)) || (isName && NAMES.contains(type)) ||
                (isKey && isKeyword(type)) || OPERATORS.contains(type) || type == PacketFlowLexer.SEMICOLON ||
                type == PacketFlowLexer.LINE_LPAREN;
            if (!isCovered)
            {
                names.add(name(type));
            }
        }
        if (names.isEmpty())
        {
            types.toList().forEach(type -> names.add(name(type)));
        }
        return joined(names.stream().distinct().toList());
    }

    /** Names one type. */
    static String name(final int type)
    {
        return switch (type)
        {
            case Token.EOF -> "the end of the file";
            case PacketFlowLexer.WORD -> "a name";
            case PacketFlowLexer.ATOM, PacketFlowLexer.COLON -> type == PacketFlowLexer.ATOM ? "an atom such as :df" :
                "':'";
            case PacketFlowLexer.STRING -> "a string";
            case PacketFlowLexer.INTEGER, PacketFlowLexer.DECIMAL, PacketFlowLexer.RATE, PacketFlowLexer.MEASURE ->
                "a number";
            case PacketFlowLexer.LINE_LPAREN -> "'('";
            case PacketFlowLexer.LINE_MINUS -> "'-'";
            case PacketFlowLexer.CLAUSE_LBRACE -> "'{'";
            default -> PacketFlowLexer.VOCABULARY.getDisplayName(type);
        };
    }

    /** Returns whether a type is a word of the language. */
    static boolean isKeyword(final int type)
    {
        return type >= PacketFlowLexer.DEFMODULE && type <= PacketFlowLexer.NOT;
    }

    private static String joined(final List<String> names)
    {
        final int last = names.size() - 1;
        return last < 1 ? String.join("", names) :
            String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static String shortened(final String text)
    {
        final int length = text.codePointCount(0, text.length());
        return length <= MAX_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + "...";
    }
}

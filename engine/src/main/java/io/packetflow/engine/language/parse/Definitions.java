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

import org.antlr.v4.runtime.Token;

import io.packetflow.engine.language.grammar.PacketFlowLexer;

/** Cold path. Finds where definitions begin, by their first words alone. */
final class Definitions
{
    private Definitions()
    {
    }

    /** Returns whether a definition begins with a token, which is the first on its line. */
    static boolean beginsAt(final List<? extends Token> tokens, final int index)
    {
        if (!isFirstOnLine(tokens, index))
        {
            return false;
        }
        final int name = nextWord(tokens, index);
        final int opener = name < 0 ? -1 : nextWord(tokens, name);
        if (opener < 0)
        {
            return false;
        }
        return switch (tokens.get(index).getType())
        {
            case PacketFlowLexer.DEFMODULE, PacketFlowLexer.PACKET, PacketFlowLexer.MOLECULE,
                PacketFlowLexer.REACTOR -> isType(tokens, name, PacketFlowLexer.WORD) &&
                isType(tokens, opener, PacketFlowLexer.LBRACE);
            case PacketFlowLexer.DEF, PacketFlowLexer.DEFMACRO -> isType(tokens, opener, PacketFlowLexer.LPAREN);
            default -> false;
        };
    }

    /** Returns whether a brace opens a module. */
    static boolean opensModule(final List<? extends Token> tokens, final int index)
    {
        final int name = previousWord(tokens, index);
        final int keyword = name < 0 ? -1 : previousWord(tokens, name);
        return keyword >= 0 && isType(tokens, keyword, PacketFlowLexer.DEFMODULE);
    }

    /** Returns whether no word stands before a token on its line. */
    static boolean isFirstOnLine(final List<? extends Token> tokens, final int index)
    {
        final int before = previousWord(tokens, index);
        return before < 0 || tokens.get(before).getLine() < tokens.get(index).getLine();
    }

    /** Returns the index of the word before a token, -1 if there is none. */
    static int previousWord(final List<? extends Token> tokens, final int index)
    {
        int i = index - 1;
        while (i >= 0 && tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL)
        {
            i--;
        }
        return i;
    }

    private static int nextWord(final List<? extends Token> tokens, final int index)
    {
        int i = index + 1;
        while (i < tokens.size() && tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL)
        {
            i++;
        }
        return i < tokens.size() ? i : -1;
    }

    private static boolean isType(final List<? extends Token> tokens, final int index, final int type)
    {
        return tokens.get(index).getType() == type;
    }
}

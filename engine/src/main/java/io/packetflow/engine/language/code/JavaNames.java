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
package io.packetflow.engine.language.code;

import java.util.HashSet;
import java.util.Set;

/** Cold path. Java names for names of a program, each given once within a method, its class included. */
final class JavaNames
{
    /** Of Java 17. A table of our own, since a runtime image without a compiler has no class that would know them. */
    private static final Set<String> KEYWORDS = Set.of("abstract", "assert", "boolean", "break", "byte", "case",
        "catch", "char", "class", "const", "continue", "default", "do", "double", "else", "enum", "extends", "false",
        "final", "finally", "float", "for", "goto", "if", "implements", "import", "instanceof", "int", "interface",
        "long", "native", "new", "null", "package", "private", "protected", "public", "return", "short", "static",
        "strictfp", "super", "switch", "synchronized", "this", "throw", "throws", "transient", "true", "try", "void",
        "volatile", "while");

    private final Set<String> taken;

    JavaNames(final Set<String> taken)
    {
        this.taken = new HashSet<>(taken);
    }

    /** Returns a name that nobody has: the wanted one in camel case, with a number behind it where needed. */
    String claim(final String wanted)
    {
        final String plain = camelCase(wanted);
        String name = plain;
        for (int i = 2; KEYWORDS.contains(name) || !taken.add(name); i++)
        {
            name = plain + i;
        }
        return name;
    }

    /** Turns {@code bid_size} into {@code bidSize}, {@code Book} into {@code book}. */
    static String camelCase(final String name)
    {
        final StringBuilder text = new StringBuilder();
        boolean isUpper = false;
        for (int i = 0; i < name.length(); i++)
        {
            final char letter = name.charAt(i);
            if (letter == '_')
            {
                isUpper = text.length() > 0;
            }
            else
            {
                text.append(isUpper ? Character.toUpperCase(letter) : letter);
                isUpper = false;
            }
        }
        if (text.length() == 0)
        {
            return "unused";
        }
        text.setCharAt(0, Character.toLowerCase(text.charAt(0)));
        return Character.isDigit(text.charAt(0)) ? "n" + text : text.toString();
    }

    /** Turns {@code bid_size} into {@code BID_SIZE}, {@code bidSize} too. */
    static String constant(final String name)
    {
        final StringBuilder text = new StringBuilder();
        final String plain = camelCase(name);
        for (int i = 0; i < plain.length(); i++)
        {
            final char letter = plain.charAt(i);
            if (Character.isUpperCase(letter))
            {
                text.append('_');
            }
            text.append(Character.toUpperCase(letter));
        }
        return text.toString();
    }
}

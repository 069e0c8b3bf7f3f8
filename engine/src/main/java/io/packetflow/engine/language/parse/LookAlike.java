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

import java.text.Normalizer;
import java.util.Locale;

/** Cold path. Names characters that are not ASCII, and the ASCII letter that one looks like. */
final class LookAlike
{
    private static final String CYRILLIC_AND_GREEK = "асеорхуіјѕԁһԛԝАВЕКМНОРСТХУІЈЅбΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρυιμ";
    private static final String ASCII_LETTERS = "aceopxyijsdhqwABEKMHOPCTXYIJSbABEZHIKMNOPTYXaovpuiu";

    private LookAlike()
    {
    }

    /**
     * Describes a character.
     *
     * @param codePoint that is not ASCII
     * @return number, name, and what it looks like
     */
    static String describe(final int codePoint)
    {
        final String name = Character.getName(codePoint);
        final String letter = asciiLetter(codePoint);
        return String.format(Locale.ROOT, "U+%04X %s", codePoint, name == null ? "(no character)" : name) +
            (letter.isEmpty() ? "" : ", which looks like '" + letter + "'");
    }

    /** Returns the ASCII letter or digit that a character looks like, empty if there is none. */
    static String asciiLetter(final int codePoint)
    {
        final int index = CYRILLIC_AND_GREEK.indexOf(codePoint);
        if (index >= 0)
        {
            return ASCII_LETTERS.substring(index, index + 1);
        }
        final String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        final boolean isAscii = !plain.isEmpty() && plain.charAt(0) < 128 && Character.isLetterOrDigit(plain.charAt(0));
        return isAscii ? plain.substring(0, 1) : "";
    }
}

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
package io.packetflow.engine.language.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. A word of a line of input, and where it begins. Words are parted by blanks; quotation marks hold a value
 * with blanks together.
 *
 * @param text without quotation marks
 * @param column 1 or more
 */
record InputWord(String text, int column)
{
    /** Splits a line up to its comment. */
    static List<InputWord> split(final String line)
    {
        final List<InputWord> words = new ArrayList<>();
        final StringBuilder word = new StringBuilder();
        int start = -1;
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++)
        {
            final char one = line.charAt(i);
            if (one == '"')
            {
                isQuoted = !isQuoted;
                start = start < 0 ? i : start;
            }
            else if (isQuoted || !(Character.isWhitespace(one) || one == '#'))
            {
                word.append(one);
                start = start < 0 ? i : start;
            }
            else
            {
                start = end(words, word, start);
                if (one == '#')
                {
                    return words;
                }
            }
        }
        end(words, word, start);
        return words;
    }

    private static int end(final List<InputWord> words, final StringBuilder word, final int start)
    {
        if (start >= 0)
        {
            words.add(new InputWord(word.toString(), start + 1));
            word.setLength(0);
        }
        return -1;
    }

    /** Returns what stands in front of the equals sign. */
    String key()
    {
        final int equals = text.indexOf('=');
        if (equals < 1)
        {
            throw new IllegalArgumentException("'" + text + "' is no field; write name=value");
        }
        return text.substring(0, equals);
    }

    /** Returns what stands behind the equals sign. */
    String value()
    {
        return text.substring(text.indexOf('=') + 1);
    }
}

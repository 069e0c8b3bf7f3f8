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
package io.packetflow.tuning.doctor.report;

/** Cold path. Breaks text into lines of a terminal. */
final class Wrapped
{
    /** Columns of a line. */
    static final int WIDTH = 100;

    private Wrapped()
    {
    }

    /** Returns a text behind a first piece, with later lines indented as far; each line ended. */
    static String text(final String first, final String text)
    {
        final StringBuilder all = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (final String word : text.strip().split("\\s+", -1))
        {
            if (!empty && line.length() + 1 + word.length() > WIDTH)
            {
                all.append(line).append('\n');
                line = new StringBuilder(" ".repeat(first.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return all.append(line).append('\n').toString();
    }
}

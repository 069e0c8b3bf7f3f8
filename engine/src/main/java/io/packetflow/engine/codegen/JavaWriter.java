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
package io.packetflow.engine.codegen;

import java.util.Locale;

/** Cold path. Writes indented Java source. Not thread-safe. */
public final class JavaWriter
{
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Begins an empty source. */
    public JavaWriter()
    {
    }

    /**
     * Writes one line; an empty one stays empty.
     *
     * @param line without its end
     * @return this
     */
    public JavaWriter line(final String line)
    {
        if (!line.isEmpty())
        {
            text.append(INDENT.repeat(depth)).append(line);
        }
        text.append('\n');
        return this;
    }

    /** Writes a formatted line. */
    JavaWriter line(final String format, final Object... arguments)
    {
        return line(String.format(Locale.ROOT, format, arguments));
    }

    /**
     * Writes a head and opens a block.
     *
     * @param head of the block
     * @return this
     */
    public JavaWriter open(final String head)
    {
        return line(head).openBlock();
    }

    /**
     * Opens a block.
     *
     * @return this
     */
    public JavaWriter openBlock()
    {
        line("{");
        depth++;
        return this;
    }

    /**
     * Closes a block.
     *
     * @return this
     */
    public JavaWriter close()
    {
        depth--;
        return line("}");
    }

    @Override
    public String toString()
    {
        return text.toString();
    }
}

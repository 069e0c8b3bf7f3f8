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
package io.packetflow.engine.language.format;

import java.util.List;

import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.ProgramTree;

/** Cold path. Writes programs in their canonical form. */
public final class SourceFormatter
{
    /** Columns that a line fills where it can be broken; strings and operators are never broken. */
    public static final int MAX_WIDTH = 100;

    private SourceFormatter()
    {
    }

    /**
     * Formats a source with its comments.
     *
     * @param parsed source without errors of text and grammar
     * @return the text; formatted again it stays the same
     * @throws IllegalArgumentException if the source has errors: what is damaged would be lost
     */
    public static String format(final ParsedSource parsed)
    {
        if (!parsed.isSound())
        {
            throw new IllegalArgumentException(
                "only a source without errors of text and grammar can be formatted: source=" + parsed.source());
        }
        return new SourcePrinter(new Layout(parsed.source(), parsed.comments()))
            .print(parsed.tree(), parsed.source().text().length());
    }

    /**
     * Writes a tree that was built and not read.
     *
     * @param tree whose spans are not looked at
     * @return the text
     */
    public static String print(final ProgramTree tree)
    {
        return new SourcePrinter(new Layout(SourceFile.of("built", ""), List.of())).print(tree, 0);
    }
}

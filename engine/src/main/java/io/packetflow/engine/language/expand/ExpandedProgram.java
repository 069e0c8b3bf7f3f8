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
package io.packetflow.engine.language.expand;

import java.util.List;
import java.util.StringJoiner;

import io.packetflow.engine.language.format.SourceFormatter;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Item;
import io.packetflow.engine.language.syntax.ProgramTree;

/**
 * Cold path. A program without calls of macros. Immutable.
 *
 * @param sources with their macros, which nobody calls; definitions whose calls could not be expanded are damaged
 * @param origins of code that macros gave
 */
public record ExpandedProgram(List<ParsedSource> sources, Origins origins)
{
    /** Copies the list. */
    public ExpandedProgram
    {
        sources = List.copyOf(sources);
    }

    /**
     * Returns the program in its canonical form: all its files as one text, without macros and imports, which it does
     * not need any more, and without comments. It means what the program means.
     *
     * @return a program that can be checked
     */
    public String text()
    {
        final StringJoiner text = new StringJoiner("\n");
        for (final ParsedSource source : sources)
        {
            final List<Item> items = source.tree().items().stream().filter(ExpandedProgram::isKept)
                .map(new DefinitionCopy(new PlaceFree())::item).map(ExpandedProgram::withoutMacros).toList();
            if (!items.isEmpty())
            {
                final String from = sources.size() == 1 ? "" : "# " + source.source().name() + "\n\n";
                text.add(from + SourceFormatter.print(new ProgramTree(items, Span.NONE)));
            }
        }
        return text.toString();
    }

    private static boolean isKept(final Item item)
    {
        return !(item instanceof Item.Import) && !(item instanceof Definition.Macro);
    }

    private static Item withoutMacros(final Item item)
    {
        return item instanceof Item.Module module ? new Item.Module(module.name(),
            module.definitions().stream().filter(ExpandedProgram::isKept).toList(), module.span()) : item;
    }
}

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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Item;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.ProgramTree;

/** Cold path. Writes definitions. One use. */
final class SourcePrinter
{
    static final int STEP = 2;

    private final Layout layout;
    private final LineWriter out = new LineWriter();
    private final ExpressionPrinter expressions;

    SourcePrinter(final Layout layout)
    {
        this.layout = layout;
        this.expressions = new ExpressionPrinter(layout, out);
    }

    String print(final ProgramTree tree, final int length)
    {
        new Sequence(layout, out, 0, new Span(0, length + 1)).lines(items(tree.items()));
        return out.text();
    }

    private List<Part> items(final List<? extends Item> items)
    {
        final List<Part> parts = new ArrayList<>();
        items.forEach(item -> parts.add(
            new Part(item.span(), "", isTall(item), (indent, suffix) -> print(item, indent))));
        return parts;
    }

    /** What takes several lines is set off from what stands before and behind it. */
    private boolean isTall(final Item item)
    {
        if (item instanceof Item.Import)
        {
            return false;
        }
        return !(item instanceof Definition.Packet packet) || !fits(packet);
    }

    private void print(final Item item, final int indent)
    {
        if (item instanceof Item.Import directive)
        {
            out.append("import " + FlatText.of(directive.path()));
        }
        else if (item instanceof Item.Module module)
        {
            out.append("defmodule " + module.name() + " ");
            braces(items(module.definitions()), module.span(), module.name().span().end(), indent);
        }
        else if (item instanceof Definition.Packet packet)
        {
            print(packet, indent);
        }
        else if (item instanceof Definition.Molecule molecule)
        {
            out.append("molecule " + molecule.name() + " ");
            braces(entries(molecule.sections()), molecule.span(), molecule.name().span().end(), indent);
        }
        else if (item instanceof Definition.Reactor reactor)
        {
            out.append("reactor " + reactor.name() + " ");
            braces(entries(reactor.sections()), reactor.span(), reactor.name().span().end(), indent);
        }
        else if (item instanceof Definition.Function function)
        {
            head("def ", function.name().text(), function.parameters());
            function.guard().ifPresent(guard ->
            {
                out.append("when ");
                expressions.print(guard, indent, STEP);
                out.append(" ");
            });
            block(function.body(), indent);
        }
        else if (item instanceof Definition.Macro macro)
        {
            head("defmacro ", macro.name().text(), macro.parameters());
            block(macro.body(), indent);
        }
    }

    private void head(final String keyword, final String name, final List<Pattern> parameters)
    {
        out.append(keyword + name + parameters.stream().map(FlatText::of).collect(Collectors.joining(", ", "(", ") ")));
    }

    private void block(final Block block, final int indent)
    {
        expressions.block(block, indent);
    }

    private void print(final Definition.Packet packet, final int indent)
    {
        if (fits(packet))
        {
            out.append(flat(packet));
            return;
        }
        out.append("packet " + packet.name() + " ");
        final List<Part> parts = new ArrayList<>();
        parts.add(new Part(packet.group().span().to(packet.element().span()), ",",
            (inner, suffix) -> out.append(kind(packet))));
        parts.addAll(entries(packet.properties()));
        braces(parts, packet.span(), packet.name().span().end(), indent);
    }

    private boolean fits(final Definition.Packet packet)
    {
        return !layout.mustBreak(packet) && !layout.beginsLine(packet.group()) &&
            flat(packet).length() <= SourceFormatter.MAX_WIDTH;
    }

    private static String flat(final Definition.Packet packet)
    {
        return "packet " + packet.name() + " { " + kind(packet) + packet.properties().stream()
            .map(entry -> ", " + FlatText.of(entry)).collect(Collectors.joining()) + " }";
    }

    private static String kind(final Definition.Packet packet)
    {
        return FlatText.of((Expression)packet.group()) + ", " + FlatText.of((Expression)packet.element());
    }

    private List<Part> entries(final List<Entry> entries)
    {
        final List<Part> parts = new ArrayList<>();
        entries.forEach(entry -> parts.add(
            new Part(entry.span(), ",", (indent, suffix) -> expressions.print(entry, indent, suffix))));
        return parts;
    }

    /** Writes what stands in the braces of a definition; the opening one comes behind its name. */
    private void braces(final List<Part> parts, final Span whole, final int nameEnd, final int indent)
    {
        final Span inside = whole.length() == 0 ? Span.NONE : new Span(nameEnd + 1, whole.end() - 1);
        if (parts.isEmpty() && !layout.hasComment(inside))
        {
            out.append("{}");
            return;
        }
        out.append("{");
        new Sequence(layout, out, indent + STEP, inside).bracketed(parts);
        out.newLine(indent);
        out.append("}");
    }
}

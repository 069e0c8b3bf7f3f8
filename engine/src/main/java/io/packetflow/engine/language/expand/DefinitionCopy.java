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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Item;

/** Cold path. Copies definitions; what stands in them is copied by a {@link TreeCopy}. */
final class DefinitionCopy
{
    private final TreeCopy code;

    DefinitionCopy(final TreeCopy code)
    {
        this.code = code;
    }

    Item item(final Item item)
    {
        if (item instanceof Item.Module module)
        {
            final List<Definition> definitions = new ArrayList<>();
            module.definitions().forEach(definition -> definitions.add(definition(definition)));
            return new Item.Module(code.identifier(module.name()), definitions, code.span(module.span()));
        }
        return item instanceof Definition definition ? definition(definition) :
            new Item.Import((Expression.Text)code.expression(((Item.Import)item).path()), code.span(item.span()));
    }

    Definition definition(final Definition definition)
    {
        if (definition instanceof Definition.Packet packet)
        {
            return new Definition.Packet(code.identifier(packet.name()), atom(packet.group()),
                atom(packet.element()), code.entries(packet.properties()), code.span(packet.span()));
        }
        if (definition instanceof Definition.Molecule molecule)
        {
            return new Definition.Molecule(code.identifier(molecule.name()), code.entries(molecule.sections()),
                code.span(molecule.span()));
        }
        if (definition instanceof Definition.Reactor reactor)
        {
            return new Definition.Reactor(
                code.identifier(reactor.name()), code.entries(reactor.sections()), code.span(reactor.span()));
        }
        if (definition instanceof Definition.Function function)
        {
            return new Definition.Function(code.identifier(function.name()), code.patterns(function.parameters()),
                function.guard().map(code::expression), code.block(function.body()), code.span(function.span()));
        }
        final Definition.Macro macro = (Definition.Macro)definition;
        return new Definition.Macro(code.identifier(macro.name()), code.patterns(macro.parameters()),
            code.block(macro.body()), code.span(macro.span()));
    }

    private Expression.Atom atom(final Expression.Atom atom)
    {
        return new Expression.Atom(atom.text(), code.span(atom.span()));
    }
}

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
package io.packetflow.engine.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. Reads what may trigger a molecule: {@code %{order: %{price: :price_e4}, message: {:bytes, 56}, flush:
 * %{}}}. Kinds get their codes in order of declaration.
 */
final class InputReader
{
    private static final String FORM = "kinds and their fields, such as %{order: %{price: :price_e4}}";
    private static final String KIND_FORM =
        "the fields of the input, such as %{price: :price_e4}, or {:bytes, LENGTH} for bytes that only Java code reads";
    private static final List<String> RESERVED = List.of(InstanceKind.CONTROL.name(), InstanceKind.TIMER.name());

    private final Scope scope;
    private final Set<String> names = new HashSet<>();
    private final List<CheckedInput> inputs = new ArrayList<>();

    private InputReader(final Scope scope)
    {
        this.scope = scope;
    }

    static List<CheckedInput> read(final Entry section, final Scope scope)
    {
        if (!(section.value() instanceof Expression.MapOf map))
        {
            scope.wrongForm(section.value(), "inputs are a map of kinds", FORM);
            return List.of();
        }
        final InputReader reader = new InputReader(scope);
        map.items().forEach(reader::kind);
        return reader.inputs;
    }

    private void kind(final MapItem item)
    {
        if (!(item instanceof Entry kind))
        {
            scope.wrongForm(item, "a kind has a name", FORM);
            return;
        }
        final String name = kind.key().text();
        // A second kind of a name is reported where all keys are checked.
        if (RESERVED.contains(name))
        {
            refuse(kind, "the kind :" + name + " is the engine's own", "leave it out; triggers may name it anyway");
        }
        else if (name.startsWith("_"))
        {
            refuse(kind, "'" + name + "' names no kind: it begins with an underscore", "begin it with a letter");
        }
        else if (names.add(name))
        {
            add(kind, name);
        }
    }

    private void add(final Entry kind, final String name)
    {
        final boolean isEmpty = kind.value() instanceof Expression.MapOf map && map.items().isEmpty();
        final Optional<Integer> bytes = isEmpty ? Optional.of(0) : opaqueBytes(kind.value());
        final Optional<RecordLayout> fields = bytes.isPresent() ? Optional.empty() : fields(name, kind);
        bytes.or(() -> fields.map(RecordLayout::size)).ifPresent(size -> add(kind, name, fields, size));
    }

    private void add(final Entry kind, final String name, final Optional<RecordLayout> fields, final int size)
    {
        try
        {
            // Inputs are copied in whole words.
            final int words = Math.addExact(size, Long.BYTES - 1) / Long.BYTES;
            inputs.add(new CheckedInput(new InstanceKind(InstanceKind.FIRST_FREE_CODE + inputs.size(), name,
                words * Long.BYTES), fields, kind));
        }
        catch (final IllegalArgumentException | ArithmeticException e)
        {
            refuse(kind, "the kind :" + name + " is not possible: " + e.getMessage(), "");
        }
    }

    private Optional<RecordLayout> fields(final String name, final Entry kind)
    {
        if (!(kind.value() instanceof Expression.MapOf))
        {
            scope.wrongForm(kind.value(), "this describes no input", KIND_FORM);
            return Optional.empty();
        }
        return PayloadReader.read(name, kind, false, scope);
    }

    private static Optional<Integer> opaqueBytes(final Expression value)
    {
        final boolean isBytes = value instanceof Expression.Tuple tuple && tuple.elements().size() == 2 &&
            tuple.elements().get(0) instanceof Expression.Atom atom && atom.text().equals("bytes") &&
            tuple.elements().get(1) instanceof Expression.WholeNumber;
        return isBytes ? Optional.of((int)Math.min(Integer.MAX_VALUE,
            ((Expression.WholeNumber)((Expression.Tuple)value).elements().get(1)).value())) : Optional.empty();
    }

    private void refuse(final Entry kind, final String message, final String suggestion)
    {
        scope.report(scope.at(kind.key(), DiagnosticCode.INPUT_NOT_POSSIBLE, message).suggestion(suggestion));
    }
}

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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.periodic.NearestName;
import io.packetflow.layout.record.FieldType;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. Reads the fields of a payload: {@code %{price: :price_e4, symbol: {:bytes, 8}}}. */
final class PayloadReader
{
    private static final String FORM = "fields and their types, such as %{price: :price_e4, symbol: {:bytes, 8}}";

    private final RecordLayout.Builder layout;
    private final Scope scope;
    private final Set<String> fields = new HashSet<>();
    private boolean isWhole = true;

    private PayloadReader(final String record, final boolean isInDeclaredOrder, final Scope scope)
    {
        this.layout = RecordLayout.named(record);
        if (isInDeclaredOrder)
        {
            layout.inDeclaredOrder();
        }
        this.scope = scope;
    }

    /** Returns the layout of a payload or an input, nothing where it has errors. */
    static Optional<RecordLayout> read(
        final String record, final Entry payload, final boolean isInDeclaredOrder, final Scope scope)
    {
        if (!(payload.value() instanceof Expression.MapOf map))
        {
            scope.wrongForm(payload.value(), "a payload is a map of fields", FORM);
            return Optional.empty();
        }
        try
        {
            final PayloadReader reader = new PayloadReader(record, isInDeclaredOrder, scope);
            map.items().forEach(reader::field);
            return reader.isWhole ? Optional.of(reader.layout.build()) : Optional.empty();
        }
        catch (final IllegalArgumentException e)
        {
            scope.report(scope.at(payload.value(), DiagnosticCode.PAYLOAD_NOT_POSSIBLE, e.getMessage()));
            return Optional.empty();
        }
    }

    private void field(final MapItem item)
    {
        if (!(item instanceof Entry field))
        {
            scope.wrongForm(item, "a field has a name", FORM);
            isWhole = false;
            return;
        }
        // A second field of a name is reported where all keys are checked.
        if (fields.add(field.key().text()) && !add(field))
        {
            isWhole = false;
        }
    }

    private boolean add(final Entry field)
    {
        if (field.value() instanceof Expression.Atom atom)
        {
            final Optional<FieldType> type = type(atom);
            type.ifPresent(value -> layout.field(field.key().text(), value));
            return type.isPresent();
        }
        if (field.value() instanceof Expression.Tuple tuple && tuple.elements().size() == 2 &&
            tuple.elements().get(0) instanceof Expression.Atom atom && atom.text().equals("bytes") &&
            tuple.elements().get(1) instanceof Expression.WholeNumber length)
        {
            layout.bytes(field.key().text(), (int)Math.min(length.value(), Integer.MAX_VALUE));
            return true;
        }
        scope.wrongForm(field.value(), "this is no type of a field", "a type such as :price_e4, or {:bytes, LENGTH}");
        return false;
    }

    private Optional<FieldType> type(final Expression.Atom atom)
    {
        final Optional<FieldType> type = Arrays.stream(FieldType.values())
            .filter(candidate -> candidate != FieldType.BYTES && name(candidate).equals(atom.text())).findFirst();
        if (type.isEmpty())
        {
            final List<String> known = new ArrayList<>();
            for (final FieldType candidate : FieldType.values())
            {
                known.add(candidate == FieldType.BYTES ? "{:bytes, LENGTH}" : ":" + name(candidate));
            }
            scope.report(scope.at(atom, DiagnosticCode.UNKNOWN_FIELD_TYPE, "there is no type :" + atom.text())
                .expected("one of " + String.join(" ", known), "")
                .didYouMean(NearestName.find(":" + atom.text(), known)));
        }
        return type;
    }

    private static String name(final FieldType type)
    {
        return type.name().toLowerCase(Locale.ROOT);
    }
}

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
package io.packetflow.engine.language.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Pattern;

/**
 * Cold path. Tells whether patterns cover every value of some types: those that have few values (booleans, known atoms)
 * or a known form (tuples, records). What would take long to find out counts as not covered.
 */
final class Coverage
{
    private static final int MAX_STEPS = 500;

    private static final Pattern ANY = new Pattern.Wildcard(Span.NONE);

    private int steps;

    private Coverage()
    {
    }

    /** Returns whether each row of values matches a row of patterns. */
    static boolean isComplete(final List<List<Pattern>> rows, final List<Type> types)
    {
        return new Coverage().covers(rows, types);
    }

    private boolean covers(final List<List<Pattern>> rows, final List<Type> types)
    {
        if (rows.isEmpty() || ++steps > MAX_STEPS)
        {
            return false;
        }
        if (types.isEmpty())
        {
            return true;
        }
        if (rows.stream().allMatch(row -> isAny(row.get(0))))
        {
            return covers(
                rows.stream().map(row -> row.subList(1, row.size())).toList(), types.subList(1, types.size()));
        }
        return coversFirst(rows, types);
    }

    private boolean coversFirst(final List<List<Pattern>> rows, final List<Type> types)
    {
        final Type first = types.get(0);
        if (first instanceof Type.Truth)
        {
            return List.of(true, false).stream().allMatch(value -> coversPart(rows, types, List.of(), pattern ->
                pattern instanceof Pattern.Constant constant && constant.value() instanceof Expression.Truth truth &&
                truth.value() == value ? List.of() : null));
        }
        if (first instanceof Type.Atom atom && !atom.names().isEmpty())
        {
            return atom.names().stream().allMatch(name -> coversPart(rows, types, List.of(), pattern ->
                pattern instanceof Pattern.Constant constant && constant.value() instanceof Expression.Atom written &&
                written.text().equals(name) ? List.of() : null));
        }
        if (first instanceof Type.Tuple tuple)
        {
            return coversPart(rows, types, tuple.elements(), pattern -> pattern instanceof Pattern.Tuple written &&
                written.elements().size() == tuple.elements().size() ? written.elements() : null);
        }
        if (first instanceof Type.Fields fields)
        {
            final List<String> names = List.copyOf(fields.fields().keySet());
            return coversPart(rows, types, List.copyOf(fields.fields().values()),
                pattern -> pattern instanceof Pattern.MapOf map ? inOrder(map, names) : null);
        }
        if (first instanceof Type.OneOf oneOf)
        {
            return oneOf.alternatives().stream().allMatch(alternative -> covers(rows, with(alternative, types)));
        }
        return covers(rows.stream().filter(row -> isAny(row.get(0))).toList(), with(Type.NOTHING, types));
    }

    private static List<Type> with(final Type first, final List<Type> types)
    {
        final List<Type> changed = new ArrayList<>(types);
        changed.set(0, first);
        return changed;
    }

    /** Puts the parts of a first pattern in its place; rows whose first pattern has another form fall away. */
    private boolean coversPart(
        final List<List<Pattern>> rows, final List<Type> types, final List<Type> parts,
        final Function<Pattern, List<Pattern>> open)
    {
        final List<List<Pattern>> opened = new ArrayList<>();
        for (final List<Pattern> row : rows)
        {
            final List<Pattern> inner = isAny(row.get(0)) ? Collections.nCopies(parts.size(), ANY) :
                open.apply(row.get(0));
            if (inner != null)
            {
                final List<Pattern> whole = new ArrayList<>(inner);
                whole.addAll(row.subList(1, row.size()));
                opened.add(whole);
            }
        }
        final List<Type> openedTypes = new ArrayList<>(parts);
        openedTypes.addAll(types.subList(1, types.size()));
        return covers(opened, openedTypes);
    }

    private static List<Pattern> inOrder(final Pattern.MapOf map, final List<String> names)
    {
        final boolean hasAll = map.fields().stream().allMatch(field -> names.contains(field.key().text()));
        return hasAll ? names.stream().map(name -> map.fields().stream()
            .filter(field -> field.key().text().equals(name)).map(Pattern.Field::value).findFirst().orElse(ANY))
            .toList() : null;
    }

    private static boolean isAny(final Pattern pattern)
    {
        return pattern instanceof Pattern.Wildcard || pattern instanceof Pattern.Binding;
    }
}

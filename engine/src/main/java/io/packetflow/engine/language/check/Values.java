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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.packetflow.engine.language.format.FlatText;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;

/** Cold path. What the values of entries say. */
final class Values
{
    private Values()
    {
    }

    /** Returns a value as the text of a property: what stands in a string, an atom or a number; else its code. */
    static String text(final Expression value)
    {
        if (value instanceof Expression.Text text)
        {
            return text.value();
        }
        if (value instanceof Expression.Atom atom)
        {
            return atom.text();
        }
        final boolean isNumber = value instanceof Expression.WholeNumber ||
            value instanceof Expression.DecimalNumber || value instanceof Expression.Measure;
        return isNumber ? FlatText.of(value).replace("_", "") : FlatText.of(value);
    }

    /** Returns entries as texts, sorted by key as those of a molecule that is built in Java. */
    static Map<String, String> texts(final List<Entry> entries)
    {
        final Map<String, String> texts = new TreeMap<>();
        entries.forEach(entry -> texts.putIfAbsent(entry.key().text(), text(entry.value())));
        return texts;
    }

    static Optional<Entry> entry(final List<Entry> entries, final String key)
    {
        return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }

    /** Returns the name that a value is: an atom, a name or a string. */
    static Optional<String> name(final Expression value)
    {
        if (value instanceof Expression.Name name)
        {
            return Optional.of(name.text());
        }
        return value instanceof Expression.Atom || value instanceof Expression.Text ? Optional.of(text(value)) :
            Optional.empty();
    }

    /** Returns the names in a list, and reports what is none. */
    static List<String> names(final Entry entry, final String expected, final Scope scope)
    {
        final List<String> names = new ArrayList<>();
        if (!(entry.value() instanceof Expression.ListOf list) || list.tail().isPresent())
        {
            scope.wrongForm(entry.value(), entry.key() + " is no list", expected);
            return names;
        }
        for (final Expression element : list.elements())
        {
            name(element).ifPresentOrElse(names::add,
                () -> scope.wrongForm(element, "this is no name in the list " + entry.key(), expected));
        }
        return names;
    }
}

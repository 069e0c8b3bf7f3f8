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
package io.packetflow.engine.language.eval;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.language.syntax.Pattern;

/** Cold path. Whether values are equal and look like patterns. */
final class Matching
{
    private Matching()
    {
    }

    static boolean matchesAll(
        final List<Pattern> patterns, final List<Object> values, final Map<String, Object> names)
    {
        final Iterator<Object> next = values.iterator();
        return patterns.stream().allMatch(pattern -> matches(pattern, next.next(), names));
    }

    /** Returns whether a value looks like a pattern; names of the pattern get their values. */
    static boolean matches(final Pattern pattern, final Object value, final Map<String, Object> names)
    {
        if (pattern instanceof Pattern.Binding binding)
        {
            names.put(binding.name(), value);
            return true;
        }
        if (pattern instanceof Pattern.Constant constant)
        {
            return isEqual(value, Evaluator.constant(constant));
        }
        if (pattern instanceof Pattern.Tuple tuple)
        {
            return value instanceof Evaluator.Tuple whole && whole.elements().size() == tuple.elements().size() &&
                matchesAll(tuple.elements(), whole.elements(), names);
        }
        if (pattern instanceof Pattern.ListOf list)
        {
            return value instanceof List<?> whole && matchesList(list, whole, names);
        }
        if (pattern instanceof Pattern.MapOf map)
        {
            return value instanceof Map<?, ?> fields && map.fields().stream().allMatch(
                field -> fields.containsKey(field.key().text()) &&
                matches(field.value(), fields.get(field.key().text()), names));
        }
        return true;
    }

    private static boolean matchesList(
        final Pattern.ListOf pattern, final List<?> value, final Map<String, Object> names)
    {
        final int wanted = pattern.elements().size();
        final boolean isLongEnough = pattern.tail().isPresent() ? value.size() >= wanted : value.size() == wanted;
        return isLongEnough && matchesAll(pattern.elements(), List.copyOf(value.subList(0, wanted)), names) &&
            (pattern.tail().isEmpty() ||
            matches(pattern.tail().get(), List.copyOf(value.subList(wanted, value.size())), names));
    }

    /** Returns whether two values are equal: numbers whatever their decimals, texts whatever spaces end them. */
    static boolean isEqual(final Object left, final Object right)
    {
        if (left instanceof Decimal one && right instanceof Decimal other)
        {
            return one.compare(other) == 0;
        }
        if (left instanceof String one && right instanceof String other)
        {
            return one.replaceFirst(" +$", "").equals(other.replaceFirst(" +$", ""));
        }
        if (left instanceof Evaluator.Tuple one && right instanceof Evaluator.Tuple other)
        {
            return areEqual(one.elements(), other.elements());
        }
        if (left instanceof List<?> one && right instanceof List<?> other)
        {
            return areEqual(one, other);
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other)
        {
            return one.keySet().equals(other.keySet()) &&
                one.keySet().stream().allMatch(key -> isEqual(one.get(key), other.get(key)));
        }
        return left.equals(right);
    }

    private static boolean areEqual(final List<?> left, final List<?> right)
    {
        final Iterator<?> next = right.iterator();
        return left.size() == right.size() && left.stream().allMatch(element -> isEqual(element, next.next()));
    }
}

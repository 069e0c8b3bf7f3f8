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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Pattern;

/** Cold path. Turns patterns into tests of a value and names for its parts. */
final class Patterns
{
    /** More ways in which one pattern may match a value of several types are not looked at. */
    private static final int MAX_MATCHES = 16;

    private final Literals literals;
    private final Operators operators;

    /** A way in which a pattern matches: what must hold, and what the names stand for then. */
    record Match(Typed test, Map<String, Typed> names)
    {
        static final Match ALWAYS = new Match(Operators.always(), Map.of());

        Match and(final Match other)
        {
            final Map<String, Typed> all = new LinkedHashMap<>(names);
            all.putAll(other.names);
            return new Match(Operators.and(test, other.test), all);
        }

        boolean isCertain()
        {
            return Operators.isAlways(test);
        }
    }

    Patterns(final Literals literals, final Operators operators)
    {
        this.literals = literals;
        this.operators = operators;
    }

    /** Returns the ways in which patterns match values, one each; none where they never do. */
    List<Match> matchAll(final List<Pattern> patterns, final List<Typed> values)
    {
        List<Match> matches = List.of(Match.ALWAYS);
        for (int i = 0; i < patterns.size(); i++)
        {
            matches = product(matches, match(patterns.get(i), values.get(i)));
        }
        return matches;
    }

    private static List<Match> product(final List<Match> left, final List<Match> right)
    {
        final List<Match> both = new ArrayList<>();
        left.forEach(one -> right.forEach(other -> both.add(one.and(other))));
        return both.size() > MAX_MATCHES ? both.subList(0, MAX_MATCHES) : both;
    }

    /** Returns the ways in which a pattern matches a simple value. */
    List<Match> match(final Pattern pattern, final Typed value)
    {
        if (pattern instanceof Pattern.Wildcard)
        {
            return List.of(Match.ALWAYS);
        }
        if (pattern instanceof Pattern.Binding binding)
        {
            return List.of(new Match(Operators.always(), Map.of(binding.name(), value)));
        }
        if (value.type() instanceof Type.Unknown || value.type() instanceof Type.Nothing)
        {
            return List.of(new Match(new Typed.Opaque(Type.TRUTH, pattern), unknownNames(pattern)));
        }
        if (pattern instanceof Pattern.Constant constant)
        {
            final Typed expected = literals.type(constant.value());
            final Typed test = operators.test(value, expected, pattern);
            return Operators.isNever(test) ? List.of() : List.of(new Match(test, Map.of()));
        }
        return value.type() instanceof Type.OneOf oneOf ? alternatives(pattern, value, oneOf) : parts(pattern, value);
    }

    private List<Match> alternatives(final Pattern pattern, final Typed value, final Type.OneOf oneOf)
    {
        final List<Match> matches = new ArrayList<>();
        for (int i = 0; i < oneOf.alternatives().size(); i++)
        {
            final Match first = new Match(new Typed.IsAlternative(value, i), Map.of());
            match(pattern, new Typed.Alternative(oneOf.alternatives().get(i), value, i))
                .forEach(match -> matches.add(first.and(match)));
        }
        return matches;
    }

    private List<Match> parts(final Pattern pattern, final Typed value)
    {
        if (pattern instanceof Pattern.Tuple tuple && value.type() instanceof Type.Tuple type &&
            tuple.elements().size() == type.elements().size())
        {
            return matchAll(tuple.elements(), elements(value));
        }
        if (pattern instanceof Pattern.ListOf list && value.type() instanceof Type.ListOf type)
        {
            return list(list, value, type);
        }
        if (pattern instanceof Pattern.MapOf map && value.type() instanceof Type.Fields type &&
            map.fields().stream().allMatch(field -> type.fields().containsKey(field.key().text())))
        {
            return matchAll(map.fields().stream().map(Pattern.Field::value).toList(),
                map.fields().stream().map(field -> Simple.part(value, field.key().text())).toList());
        }
        if (pattern instanceof Pattern.MapOf && value.type() instanceof Type.MapOf)
        {
            return List.of(new Match(new Typed.Opaque(Type.TRUTH, pattern), unknownNames(pattern)));
        }
        return List.of();
    }

    private List<Match> list(final Pattern.ListOf pattern, final Typed value, final Type.ListOf type)
    {
        final int wanted = pattern.elements().size();
        if (type.length() < 0)
        {
            return List.of(new Match(new Typed.Opaque(Type.TRUTH, pattern), unknownNames(pattern)));
        }
        if (type.length() < wanted || (pattern.tail().isEmpty() && type.length() > wanted))
        {
            return List.of();
        }
        final List<Typed> elements = elements(value);
        final List<Match> heads = matchAll(pattern.elements(), elements.subList(0, wanted));
        if (pattern.tail().isEmpty())
        {
            return heads;
        }
        final Typed rest = new Typed.Sequence(
            new Type.ListOf(type.element(), type.length() - wanted), elements.subList(wanted, elements.size()));
        return product(heads, match(pattern.tail().get(), rest));
    }

    private static List<Typed> elements(final Typed value)
    {
        return Simple.fields(value.type()).stream().map(field -> Simple.part(value, field)).toList();
    }

    /** Returns the names of a pattern for a value of which nothing is known. */
    static Map<String, Typed> unknownNames(final Pattern pattern)
    {
        final Map<String, Typed> names = new LinkedHashMap<>();
        Children.visit(pattern, node ->
        {
            if (node instanceof Pattern.Binding binding)
            {
                names.put(binding.name(), new Typed.Opaque(Type.UNKNOWN, binding));
            }
        });
        return names;
    }
}

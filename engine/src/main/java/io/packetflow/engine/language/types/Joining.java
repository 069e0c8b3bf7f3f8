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
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cold path. The type of a value that comes from one of several branches. Numbers join where they have as many
 * decimals and count the same, or one counts nothing; tuples, records and lists join part by part; values of other
 * shapes stay apart.
 */
public final class Joining
{
    private Joining()
    {
    }

    /**
     * Joins two types.
     *
     * @param left one
     * @param right the other
     * @return the type of a value that is of one of them; nothing where two numbers cannot be told apart when it is
     * used
     */
    public static Optional<Type> join(final Type left, final Type right)
    {
        if (left.equals(right) || right instanceof Type.Nothing)
        {
            return Optional.of(left);
        }
        if (left instanceof Type.Nothing)
        {
            return Optional.of(right);
        }
        if (left instanceof Type.Unknown || right instanceof Type.Unknown)
        {
            return Optional.of(Type.UNKNOWN);
        }
        if (left instanceof Type.OneOf || right instanceof Type.OneOf || !shape(left).equals(shape(right)))
        {
            return merge(alternatives(left), alternatives(right));
        }
        return joinShaped(left, right);
    }

    /**
     * Returns what a value can be told apart by when a program runs.
     *
     * @param type any but {@link Type.OneOf}
     * @return equal texts for values that look alike
     */
    public static String shape(final Type type)
    {
        if (type instanceof Type.Tuple tuple)
        {
            return "tuple " + tuple.elements().size();
        }
        if (type instanceof Type.Fields fields)
        {
            return "fields " + new TreeSet<>(fields.fields().keySet());
        }
        if (type instanceof Type.ListOf list)
        {
            return "list " + list.length();
        }
        return type.getClass().getSimpleName();
    }

    /**
     * Returns what a value may be.
     *
     * @param type any
     * @return its alternatives, itself where it is no {@link Type.OneOf}
     */
    public static List<Type> alternatives(final Type type)
    {
        return type instanceof Type.OneOf oneOf ? oneOf.alternatives() : List.of(type);
    }

    private static Optional<Type> merge(final List<Type> left, final List<Type> right)
    {
        final Map<String, Type> merged = new LinkedHashMap<>();
        left.forEach(type -> merged.put(shape(type), type));
        for (final Type type : right)
        {
            final Type before = merged.get(shape(type));
            final Optional<Type> joined = before == null ? Optional.of(type) : joinShaped(before, type);
            if (joined.isEmpty())
            {
                return Optional.empty();
            }
            merged.put(shape(type), joined.get());
        }
        return Optional.of(merged.size() == 1 ? merged.values().iterator().next() :
            new Type.OneOf(new ArrayList<>(merged.values())));
    }

    private static Optional<Type> joinShaped(final Type left, final Type right)
    {
        if (left instanceof Type.Numeric one && right instanceof Type.Numeric other)
        {
            return joinNumbers(one, other);
        }
        if (left instanceof Type.Atom one && right instanceof Type.Atom other)
        {
            final TreeSet<String> names = new TreeSet<>(one.names());
            names.addAll(other.names());
            final boolean isAny = one.names().isEmpty() || other.names().isEmpty();
            return Optional.of(new Type.Atom(isAny ? new TreeSet<>() : names));
        }
        if (left instanceof Type.Text one && right instanceof Type.Text other)
        {
            return Optional.of(one.lengthBytes() > other.lengthBytes() ? one : other);
        }
        if (left instanceof Type.Tuple one && right instanceof Type.Tuple other)
        {
            return joinAll(one.elements(), other.elements()).map(Type.Tuple::new);
        }
        if (left instanceof Type.Fields one && right instanceof Type.Fields other)
        {
            return joinFields(one, other);
        }
        if (left instanceof Type.ListOf one && right instanceof Type.ListOf other)
        {
            return join(one.element(), other.element()).map(element -> new Type.ListOf(element, one.length()));
        }
        if (left instanceof Type.Packet one && right instanceof Type.Packet other)
        {
            return Optional.of(one.group().equals(other.group()) ?
                new Type.Packet(one.group(), Optional.empty()) : Type.Packet.ANY);
        }
        return left.equals(right) ? Optional.of(left) : Optional.of(Type.UNKNOWN);
    }

    private static Optional<Type> joinNumbers(final Type.Numeric left, final Type.Numeric right)
    {
        if (left.scale() != right.scale())
        {
            return Optional.empty();
        }
        if (left.kind().isPlain() && right.kind().acceptsPlain())
        {
            return Optional.of(right);
        }
        final boolean isLeft = left.kind() == right.kind() ||
            (right.kind().isPlain() && left.kind().acceptsPlain());
        return isLeft ? Optional.of(left) : Optional.empty();
    }

    private static Optional<List<Type>> joinAll(final List<Type> left, final List<Type> right)
    {
        final List<Type> joined = new ArrayList<>();
        for (int i = 0; i < left.size(); i++)
        {
            final Optional<Type> part = join(left.get(i), right.get(i));
            if (part.isEmpty())
            {
                return Optional.empty();
            }
            joined.add(part.get());
        }
        return Optional.of(joined);
    }

    private static Optional<Type> joinFields(final Type.Fields left, final Type.Fields right)
    {
        final Map<String, Type> fields = new LinkedHashMap<>();
        for (final Map.Entry<String, Type> field : left.fields().entrySet())
        {
            final Optional<Type> part = join(field.getValue(), right.fields().get(field.getKey()));
            if (part.isEmpty())
            {
                return Optional.empty();
            }
            fields.put(field.getKey(), part.get());
        }
        return Optional.of(new Type.Fields(fields, ""));
    }
}

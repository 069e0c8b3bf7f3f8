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
package io.packetflow.engine.language.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;

import io.packetflow.engine.language.types.Type;

/** Cold path. Of which Java values a value of the language consists. */
final class Shapes
{
    private static final String LONG = "long";

    private Shapes()
    {
    }

    /**
     * Makes a value of single ones.
     *
     * @param type of the value
     * @param name of it; parts add their own names
     * @param single makes one from its Java type and its name
     * @return the value
     */
    static Value make(final Type type, final String name, final BiFunction<String, String, String> single)
    {
        if (type instanceof Type.Fields fields && fields.isView())
        {
            return new Value.View(fields.view());
        }
        final List<Value> parts = new ArrayList<>();
        if (type instanceof Type.OneOf oneOf)
        {
            parts.add(new Value.Single(single.apply("int", name + "_which")));
            for (int i = 0; i < oneOf.alternatives().size(); i++)
            {
                parts.add(make(oneOf.alternatives().get(i), name + "_" + (i + 1), single));
            }
            return new Value.Group(parts);
        }
        if (type instanceof Type.Text text)
        {
            for (int i = 0; i < text.words(); i++)
            {
                parts.add(new Value.Single(single.apply(LONG, name + "_" + i)));
            }
            return new Value.Group(parts);
        }
        if (isSingle(type))
        {
            return new Value.Single(single.apply(javaType(type), name));
        }
        final List<Type> types = parts(type);
        final List<String> names = partNames(type);
        for (int i = 0; i < types.size(); i++)
        {
            parts.add(make(types.get(i), name + "_" + names.get(i), single));
        }
        return new Value.Group(parts);
    }

    /**
     * Makes a value of the single ones of another.
     *
     * @param type of both
     * @param value to take apart
     * @param single makes one from its Java type and the expression that it was
     * @return the value
     */
    static Value of(final Type type, final Value value, final BiFunction<String, String, String> single)
    {
        final Iterator<Value.Single> singles = value.singles().iterator();
        return make(type, "", (java, name) -> single.apply(java, singles.next().java()));
    }

    /** Returns whether a value is one number, boolean or atom. */
    static boolean isSingle(final Type type)
    {
        return type instanceof Type.Numeric || type instanceof Type.Truth || type instanceof Type.Atom;
    }

    static String javaType(final Type type)
    {
        return type instanceof Type.Truth ? "boolean" : type instanceof Type.Atom ? "int" : LONG;
    }

    /** Returns the types of the parts of a tuple, record or list; others have none. */
    static List<Type> parts(final Type type)
    {
        if (type instanceof Type.Tuple tuple)
        {
            return tuple.elements();
        }
        if (type instanceof Type.Fields fields)
        {
            return List.copyOf(fields.fields().values());
        }
        return type instanceof Type.ListOf list && list.length() >= 0 ?
            Collections.nCopies(list.length(), list.element()) : List.of();
    }

    /** Returns the names of the parts, numbers from 0 for tuples and lists. */
    static List<String> partNames(final Type type)
    {
        if (type instanceof Type.Fields fields)
        {
            return List.copyOf(fields.fields().keySet());
        }
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < parts(type).size(); i++)
        {
            names.add(String.valueOf(i));
        }
        return names;
    }

    /** Returns a value of a type for which any will do, because nobody looks at it. */
    static Value nothing(final Type type)
    {
        return make(type, "nothing", (java, name) -> java.equals("boolean") ? "false" : java.equals(LONG) ? "0L" : "0");
    }
}

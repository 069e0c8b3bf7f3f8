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
import java.util.List;

import io.packetflow.engine.language.types.Joining;
import io.packetflow.engine.language.types.Type;

/** Cold path. Values of one type as values of a wider one. */
final class Conversions
{
    private static final Value.Single SPACES = new Value.Single("0x2020202020202020L");

    private final Views views;

    Conversions(final Views views)
    {
        this.views = views;
    }

    /** Returns a value as one of a type that it joins. */
    Value convert(final Value value, final Type from, final Type to)
    {
        if (from.equals(to))
        {
            return value;
        }
        if (from instanceof Type.Nothing)
        {
            return Shapes.nothing(to);
        }
        if (to instanceof Type.OneOf oneOf)
        {
            return from instanceof Type.OneOf narrow ? widen((Value.Group)value, narrow, oneOf) :
                alternative(value, from, oneOf);
        }
        if (to instanceof Type.Text text)
        {
            return padded(value, text);
        }
        return Shapes.isSingle(to) ? value : partwise(value, from, to);
    }

    private static int index(final Type type, final Type.OneOf oneOf)
    {
        final List<Type> alternatives = oneOf.alternatives();
        for (int i = 0; i < alternatives.size(); i++)
        {
            if (Joining.shape(alternatives.get(i)).equals(Joining.shape(type)))
            {
                return i;
            }
        }
        throw new IllegalStateException(type + " is no alternative of " + oneOf);
    }

    private Value alternative(final Value value, final Type from, final Type.OneOf to)
    {
        final int chosen = index(from, to);
        final List<Value> parts = new ArrayList<>(List.of(new Value.Single(String.valueOf(chosen))));
        for (int i = 0; i < to.alternatives().size(); i++)
        {
            final Type type = to.alternatives().get(i);
            parts.add(i == chosen ? convert(value, from, type) : Shapes.nothing(type));
        }
        return new Value.Group(parts);
    }

    private Value widen(final Value.Group value, final Type.OneOf from, final Type.OneOf to)
    {
        final List<Value> parts = new ArrayList<>();
        to.alternatives().forEach(type -> parts.add(Shapes.nothing(type)));
        final String which = ((Value.Single)value.parts().get(0)).java();
        String mapped = which;
        for (int i = from.alternatives().size() - 1; i >= 0; i--)
        {
            final Type type = from.alternatives().get(i);
            final int target = index(type, to);
            parts.set(target, convert(value.parts().get(i + 1), type, to.alternatives().get(target)));
            if (i < from.alternatives().size() - 1 || target != i)
            {
                mapped = "(" + which + " == " + i + " ? " + target + " : " + mapped + ")";
            }
        }
        parts.add(0, new Value.Single(mapped));
        return new Value.Group(parts);
    }

    private static Value padded(final Value value, final Type.Text to)
    {
        final List<Value> words = new ArrayList<>(value.singles());
        while (words.size() < to.words())
        {
            words.add(SPACES);
        }
        return new Value.Group(words);
    }

    private Value partwise(final Value value, final Type from, final Type to)
    {
        final List<Value> parts = new ArrayList<>();
        final List<String> names = Shapes.partNames(to);
        for (int i = 0; i < names.size(); i++)
        {
            final int index = Shapes.partNames(from).indexOf(names.get(i));
            parts.add(convert(part(value, from, names.get(i)), Shapes.parts(from).get(index),
                Shapes.parts(to).get(i)));
        }
        return new Value.Group(parts);
    }

    /** Returns a part of a value. */
    Value part(final Value whole, final Type type, final String name)
    {
        return whole instanceof Value.View view ? views.read(view.name(), name) :
            ((Value.Group)whole).parts().get(Shapes.partNames(type).indexOf(name));
    }
}

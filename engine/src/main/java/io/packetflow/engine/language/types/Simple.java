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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Cold path. Values that may be looked at several times, because that computes nothing. */
final class Simple
{
    private Simple()
    {
    }

    /**
     * Makes a value simple.
     *
     * @param value any
     * @param steps takes what has to be computed before
     * @return the value
     */
    static Typed of(final Typed value, final List<Typed.Step> steps)
    {
        if (isSimple(value))
        {
            return value;
        }
        if (value instanceof Typed.Sequence sequence)
        {
            final List<Typed> elements = new ArrayList<>();
            sequence.elements().forEach(element -> elements.add(of(element, steps)));
            return new Typed.Sequence(sequence.type(), elements);
        }
        if (value instanceof Typed.RecordOf fields)
        {
            final Map<String, Typed> simple = new LinkedHashMap<>();
            fields.fields().forEach((name, field) -> simple.put(name, of(field, steps)));
            return new Typed.RecordOf(fields.type(), simple);
        }
        final Variable variable = new Variable("value", value.type());
        steps.add(new Typed.Step(variable, value));
        return new Typed.Local(variable);
    }

    private static boolean isSimple(final Typed value)
    {
        if (value instanceof Typed.Part part)
        {
            return isSimple(part.whole());
        }
        return value instanceof Typed.Local || value instanceof Typed.Constant || value instanceof Typed.Opaque ||
            (value instanceof Typed.Alternative alternative && isSimple(alternative.whole()));
    }

    /** Returns the names of the parts of a tuple, record or list of known length. */
    static Collection<String> fields(final Type type)
    {
        if (type instanceof Type.Fields fields)
        {
            return fields.fields().keySet();
        }
        final int count = type instanceof Type.Tuple tuple ? tuple.elements().size() : ((Type.ListOf)type).length();
        return IntStream.range(0, Math.max(0, count)).mapToObj(Integer::toString).toList();
    }

    /** Returns a part of a tuple, record or list of known length. */
    static Typed part(final Typed whole, final String field)
    {
        if (whole instanceof Typed.Sequence sequence)
        {
            return sequence.elements().get(Integer.parseInt(field));
        }
        if (whole instanceof Typed.RecordOf fields)
        {
            return fields.fields().get(field);
        }
        return new Typed.Part(typeOf(whole.type(), field), whole, field);
    }

    private static Type typeOf(final Type whole, final String field)
    {
        if (whole instanceof Type.Fields fields)
        {
            return fields.fields().get(field);
        }
        return whole instanceof Type.Tuple tuple ? tuple.elements().get(Integer.parseInt(field)) :
            ((Type.ListOf)whole).element();
    }

    /** Returns of how many single values a value consists, {@link TypingLimits#MAX_PARTS} and one at most. */
    static int parts(final Type type)
    {
        if (type instanceof Type.Text text)
        {
            return text.words();
        }
        if (type instanceof Type.Fields fields)
        {
            return fields.isView() ? 1 : sum(fields.fields().values());
        }
        if (type instanceof Type.Tuple tuple)
        {
            return sum(tuple.elements());
        }
        if (type instanceof Type.OneOf oneOf)
        {
            return Math.min(TypingLimits.MAX_PARTS + 1, 1 + sum(oneOf.alternatives()));
        }
        if (type instanceof Type.ListOf list)
        {
            return (int)Math.min(TypingLimits.MAX_PARTS + 1L, (long)Math.max(0, list.length()) * parts(list.element()));
        }
        return 1;
    }

    private static int sum(final Collection<Type> types)
    {
        int parts = 0;
        for (final Type type : types)
        {
            parts += parts(type);
            if (parts > TypingLimits.MAX_PARTS)
            {
                return TypingLimits.MAX_PARTS + 1;
            }
        }
        return parts;
    }
}

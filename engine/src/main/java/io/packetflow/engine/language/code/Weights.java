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
import java.util.IdentityHashMap;
import java.util.List;

import io.packetflow.engine.language.types.Specialisation;
import io.packetflow.engine.language.types.Typed;

/**
 * Cold path. How many bytes of bytecode an expression takes, roughly; what is written where it is called counts at each
 * call. Also whether an expression needs statements of its own.
 */
final class Weights
{
    /** Beyond this nobody wants to know. */
    static final int MAX_WEIGHT = 1_000_000;

    private static final int NODE_BYTES = 3;
    private static final int CALL_BYTES = 4;
    private static final int CHOICE_BYTES = 6;
    private static final int FAILURE_BYTES = 12;

    private final IdentityHashMap<Typed, Integer> weights = new IdentityHashMap<>();
    private final IdentityHashMap<Typed, Boolean> needsStatements = new IdentityHashMap<>();

    /** Returns whether calls of a function are calls in Java, because it gives one number. */
    static boolean isMethod(final Specialisation function)
    {
        return Shapes.isSingle(function.result());
    }

    /** Returns the weight of an expression, {@link #MAX_WEIGHT} at most. */
    int of(final Typed typed)
    {
        final Integer known = weights.get(typed);
        if (known != null)
        {
            return known;
        }
        long weight = own(typed);
        for (final Typed child : children(typed))
        {
            weight += of(child);
        }
        if (typed instanceof Typed.Call call && !isMethod(call.function()))
        {
            weight += of(call.function().body());
        }
        final int result = (int)Math.min(MAX_WEIGHT, weight);
        weights.put(typed, result);
        return result;
    }

    private static int own(final Typed typed)
    {
        if (typed instanceof Typed.Failure)
        {
            return FAILURE_BYTES;
        }
        if (typed instanceof Typed.If || typed instanceof Typed.Comparison)
        {
            return CHOICE_BYTES;
        }
        return typed instanceof Typed.Call || typed instanceof Typed.Part || typed instanceof Typed.BuiltInCall ?
            CALL_BYTES : NODE_BYTES;
    }

    /** Returns whether something must be written before the expression can be. */
    boolean needsStatements(final Typed typed)
    {
        final Boolean known = needsStatements.get(typed);
        if (known != null)
        {
            return known;
        }
        final boolean isOwn = typed instanceof Typed.Let || typed instanceof Typed.Failure ||
            typed instanceof Typed.Opaque || (typed instanceof Typed.Call call && !isMethod(call.function())) ||
            (typed instanceof Typed.If choice && (!Shapes.isSingle(choice.type()) ||
            !Shapes.isSingle(choice.then().type()) || !Shapes.isSingle(choice.otherwise().type())));
        final boolean result = isOwn || children(typed).stream().anyMatch(this::needsStatements);
        needsStatements.put(typed, result);
        return result;
    }

    /** Returns what stands directly below an expression. */
    static List<Typed> children(final Typed typed)
    {
        if (typed instanceof Typed.Part part)
        {
            return List.of(part.whole());
        }
        if (typed instanceof Typed.Alternative alternative)
        {
            return List.of(alternative.whole());
        }
        if (typed instanceof Typed.IsAlternative test)
        {
            return List.of(test.whole());
        }
        if (typed instanceof Typed.Sequence sequence)
        {
            return sequence.elements();
        }
        if (typed instanceof Typed.RecordOf fields)
        {
            return List.copyOf(fields.fields().values());
        }
        if (typed instanceof Typed.Arithmetic arithmetic)
        {
            return List.of(arithmetic.left(), arithmetic.right());
        }
        if (typed instanceof Typed.Comparison comparison)
        {
            return List.of(comparison.left(), comparison.right());
        }
        if (typed instanceof Typed.Logic logic)
        {
            return List.of(logic.left(), logic.right());
        }
        return childrenOfOthers(typed);
    }

    private static List<Typed> childrenOfOthers(final Typed typed)
    {
        if (typed instanceof Typed.Rescale rescale)
        {
            return List.of(rescale.value());
        }
        if (typed instanceof Typed.Negation negation)
        {
            return List.of(negation.value());
        }
        if (typed instanceof Typed.Not not)
        {
            return List.of(not.value());
        }
        if (typed instanceof Typed.Call call)
        {
            return call.arguments();
        }
        if (typed instanceof Typed.BuiltInCall call)
        {
            return call.arguments();
        }
        if (typed instanceof Typed.If choice)
        {
            return List.of(choice.condition(), choice.then(), choice.otherwise());
        }
        if (typed instanceof Typed.Let let)
        {
            final List<Typed> all = new ArrayList<>();
            let.steps().forEach(step -> all.add(step.value()));
            all.add(let.result());
            return all;
        }
        return List.of();
    }
}

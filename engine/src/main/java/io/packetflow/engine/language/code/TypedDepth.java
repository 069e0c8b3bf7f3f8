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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

import io.packetflow.engine.language.types.Typed;

/** Cold path. How deep an expression nests, functions that are written where they are called included. */
final class TypedDepth
{
    /** Writers go down by recursion; so many levels fit on every stack. */
    static final int MAX_DEPTH = 700;

    private final IdentityHashMap<Typed, Integer> known = new IdentityHashMap<>();

    private TypedDepth()
    {
    }

    /** Returns whether an expression nests too deeply to be written. */
    static boolean isTooDeep(final Typed typed)
    {
        return new TypedDepth().of(typed) > MAX_DEPTH;
    }

    /** Needs no recursion itself: what is not known yet waits on a stack of its own. */
    private int of(final Typed typed)
    {
        final Deque<Typed> open = new ArrayDeque<>(List.of(typed));
        while (!open.isEmpty())
        {
            final Typed next = open.peek();
            final List<Typed> below = below(next);
            final int before = open.size();
            below.stream().filter(child -> !known.containsKey(child)).forEach(open::push);
            if (open.size() == before)
            {
                open.pop();
                known.put(next, 1 + below.stream().mapToInt(known::get).max().orElse(0));
            }
        }
        return known.get(typed);
    }

    private static List<Typed> below(final Typed typed)
    {
        final List<Typed> below = new ArrayList<>(Weights.children(typed));
        if (typed instanceof Typed.Call call)
        {
            below.add(call.function().body());
        }
        return below;
    }
}

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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cold path. The names that are known at a place of a function. Blocks and clauses open a scope and close it again. */
final class Bindings
{
    private record Change(String name, Typed before)
    {
    }

    private final Map<String, Typed> values = new HashMap<>();
    private final Deque<Change> changes = new ArrayDeque<>();

    Optional<Typed> find(final String name)
    {
        return Optional.ofNullable(values.get(name));
    }

    Set<String> names()
    {
        return values.keySet();
    }

    void bind(final String name, final Typed value)
    {
        changes.push(new Change(name, values.put(name, value)));
    }

    void bindAll(final Map<String, Typed> bound)
    {
        bound.forEach(this::bind);
    }

    /** Opens a scope; {@link #close} with what this returns ends it. */
    int open()
    {
        return changes.size();
    }

    void close(final int mark)
    {
        while (changes.size() > mark)
        {
            final Change change = changes.pop();
            if (change.before() == null)
            {
                values.remove(change.name());
            }
            else
            {
                values.put(change.name(), change.before());
            }
        }
    }
}

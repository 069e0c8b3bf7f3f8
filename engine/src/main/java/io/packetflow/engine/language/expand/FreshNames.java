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
package io.packetflow.engine.language.expand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.language.parse.LanguageLimits;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Identifier;
import io.packetflow.engine.language.syntax.Pattern;

/**
 * Cold path. Gives names that stand nowhere in the program and were not given in the same definition before: {@code
 * spread} becomes {@code spread_1}.
 */
final class FreshNames
{
    private final Set<String> taken;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** Begins a definition of a program in which some names are taken. */
    FreshNames(final Set<String> taken)
    {
        this.taken = taken;
    }

    /** Returns every name of a program, whatever it names. */
    static Set<String> taken(final List<ParsedSource> sources)
    {
        final Set<String> taken = new HashSet<>();
        sources.forEach(source -> Children.visit(source.tree(), node ->
        {
            if (node instanceof Expression.Name name)
            {
                taken.add(name.text());
            }
            else if (node instanceof Pattern.Binding binding)
            {
                taken.add(binding.name());
            }
            else if (node instanceof Identifier identifier)
            {
                taken.add(identifier.text());
            }
        }));
        return taken;
    }

    /** Returns a new name that reads like another one. */
    String like(final String name)
    {
        int number = last.getOrDefault(name, 0);
        String fresh;
        do
        {
            number++;
            fresh = named(name, "_" + number);
        }
        while (taken.contains(fresh) || !given.add(fresh));
        last.put(name, number);
        return fresh;
    }

    private static String named(final String name, final String ending)
    {
        return name.substring(0, Math.min(name.length(), LanguageLimits.MAX_NAME_LENGTH - ending.length())) + ending;
    }
}

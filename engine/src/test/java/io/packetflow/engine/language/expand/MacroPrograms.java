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

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Programs with macros, from a seed. Macros bind the names of {@link #POOL}; the variables of their callers may be
 * called anything, and the program is the same one but for these names.
 */
final class MacroPrograms
{
    static final List<String> POOL = List.of("a", "b", "c", "a_1");

    private static final int MACROS = 4;
    private static final int FUNCTIONS = 1;

    private final Random random;
    private final List<String> variables;

    MacroPrograms(final long seed, final List<String> variables)
    {
        this.random = new Random(seed);
        this.variables = variables;
    }

    String program()
    {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < MACROS; i++)
        {
            text.append(macro(i));
        }
        for (int i = 0; i < FUNCTIONS; i++)
        {
            text.append("def f").append(i).append('(').append(variables.get(0)).append(", ")
                .append(variables.get(1)).append(") {\n")
                .append(statements(variables, new ArrayList<>(variables.subList(0, 2)), MACROS)).append("}\n");
        }
        return text.toString();
    }

    private String macro(final int index)
    {
        final List<String> known = new ArrayList<>(List.of("unquote(p)", "unquote(q)"));
        return "defmacro m" + index + "(p, q) {\n  quote {\n" + statements(POOL, known, index) + "  }\n}\n";
    }

    private String statements(final List<String> names, final List<String> known, final int macros)
    {
        final StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--)
        {
            final String name = names.get(random.nextInt(names.size()));
            final String value = expression(names, known, macros, 2);
            text.append("    ").append(name).append(" = ").append(value).append('\n');
            known.add(name);
        }
        if (random.nextInt(3) == 0)
        {
            text.append("    ").append(call(names, known, macros, 1)).append('\n');
        }
        return text.append("    ").append(expression(names, known, macros, 2)).append('\n').toString();
    }

    private String expression(final List<String> names, final List<String> known, final int macros, final int depth)
    {
        return switch (depth == 0 ? 0 : random.nextInt(8))
        {
            case 0, 1 -> known.get(random.nextInt(known.size()));
            case 2 -> Integer.toString(random.nextInt(100));
            case 3 -> "(" + expression(names, known, macros, depth - 1) + " + " +
                expression(names, known, macros, depth - 1) + ")";
            case 4 -> choice(names, known, macros, depth - 1);
            case 5 -> "%{a: " + expression(names, known, macros, depth - 1) + "}.a";
            default -> call(names, known, macros, depth - 1);
        };
    }

    private String call(final List<String> names, final List<String> known, final int macros, final int depth)
    {
        final String function = macros == 0 || random.nextInt(4) == 0 ? "g" : "m" + random.nextInt(macros);
        final String first = expression(names, known, macros, depth);
        final String second = expression(names, known, macros, 0);
        return random.nextInt(4) == 0 ? "(" + first + " |> " + function + "(" + second + "))" :
            function + "(" + first + ", " + second + ")";
    }

    private String choice(final List<String> names, final List<String> known, final int macros, final int depth)
    {
        final String name = names.get(random.nextInt(names.size()));
        final List<String> inside = new ArrayList<>(known);
        inside.add(name);
        return "case " + expression(names, known, macros, depth) + " { {" + name + ", 1} -> " +
            expression(names, inside, macros, depth) + "; _ -> " + expression(names, known, macros, depth) + " }";
    }
}

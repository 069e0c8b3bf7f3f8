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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.codegen.JavaWriter;
import io.packetflow.engine.language.types.Typed;
import io.packetflow.engine.language.types.Variable;

/** Cold path. Writes the rest of a method as a method of its own, which gets what the rest reads. */
final class MethodPart
{
    private MethodPart()
    {
    }

    /** Writes the method and returns its call. */
    static String write(final Typed rest, final ExpressionWriter from, final Sink sink, final String method)
    {
        final ClassParts parts = from.parts();
        final String name = parts.partOf(method);
        final JavaWriter out = new JavaWriter();
        final ExpressionWriter to = new ExpressionWriter(parts, out);
        final Map<String, String> parameters = new LinkedHashMap<>();
        final List<String> declared = new ArrayList<>();
        for (final Variable variable : read(rest))
        {
            final Value value = from.value(variable);
            if (value != null)
            {
                to.bind(variable, Shapes.of(variable.type(), value, (java, single) -> isLiteral(single) ? single :
                    parameters.computeIfAbsent(single, argument ->
                    {
                        final String parameter = to.names().claim(argument);
                        declared.add("final " + java + " " + parameter);
                        return parameter;
                    })));
            }
        }
        out.open("private " + sink.javaType() + " " + name + "(" + String.join(", ", declared) + ")");
        new ResultWriter(to, sink, method).write(rest);
        out.close();
        parts.add(out);
        return name + "(" + String.join(", ", parameters.keySet()) + ")";
    }

    private static boolean isLiteral(final String java)
    {
        return java.equals("true") || java.equals("false") || java.startsWith("ATOM_") ||
            java.startsWith("Long.") || !Character.isLetter(java.charAt(0));
    }

    /** Returns the variables that an expression reads and that are given their values outside of it. */
    private static Set<Variable> read(final Typed typed)
    {
        final Set<Variable> read = new LinkedHashSet<>();
        final Set<Variable> own = new LinkedHashSet<>();
        final List<Typed> open = new ArrayList<>(List.of(typed));
        while (!open.isEmpty())
        {
            final Typed next = open.remove(open.size() - 1);
            if (next instanceof Typed.Local local)
            {
                read.add(local.variable());
            }
            if (next instanceof Typed.Let let)
            {
                let.steps().forEach(step -> own.add(step.variable()));
            }
            open.addAll(Weights.children(next));
        }
        read.removeAll(own);
        return read;
    }
}

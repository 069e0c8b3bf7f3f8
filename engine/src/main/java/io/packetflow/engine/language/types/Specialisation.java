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

import java.util.List;

/**
 * Cold path. A function for arguments of certain types: its clauses are one body.
 *
 * @param name of the function
 * @param parameters in order
 * @param body that gives the value
 */
public record Specialisation(String name, List<Variable> parameters, Typed body)
{
    /** Copies the list. */
    public Specialisation
    {
        parameters = List.copyOf(parameters);
    }

    /** Returns the type of the value. */
    public Type result()
    {
        return body.type();
    }

    /** Returns the type of the function. */
    public Type.Function type()
    {
        return new Type.Function(parameters.stream().map(Variable::type).toList(), result());
    }

    /** Two are equal only if they are the same: the body of one may be large. */
    @Override
    public boolean equals(final Object other)
    {
        return this == other;
    }

    @Override
    public int hashCode()
    {
        return System.identityHashCode(this);
    }
}

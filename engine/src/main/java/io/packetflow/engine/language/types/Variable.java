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

/** Cold path. A value that has a name in one function; two variables of one name are two. Immutable. */
public final class Variable
{
    private final String name;
    private final Type type;

    /**
     * Names a value.
     *
     * @param name as written, for people and readable code
     * @param type of the value
     */
    public Variable(final String name, final Type type)
    {
        this.name = name;
        this.type = type;
    }

    /** Returns its name, which need not be unique. */
    public String name()
    {
        return name;
    }

    /** Returns the type of the value. */
    public Type type()
    {
        return type;
    }

    @Override
    public String toString()
    {
        return name + ": " + type;
    }
}

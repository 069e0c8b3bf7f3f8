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

import java.util.List;

import io.packetflow.engine.language.types.Type;

/** Cold path. What happens to a result. */
interface Sink
{
    /** Nothing: there is none. */
    Sink NOWHERE = new Sink()
    {
        @Override
        public String javaType()
        {
            return "";
        }

        @Override
        public void accept(final Value value, final Type type, final ExpressionWriter writer)
        {
            throw new IllegalStateException("there is no result here: " + type);
        }
    };

    /** Returns whether a method ends where its result is known. */
    default boolean isEnd()
    {
        return !javaType().isEmpty();
    }

    /** Returns the Java type of what the method returns where its result is known, empty where it goes on. */
    String javaType();

    /**
     * Writes what happens to a value.
     *
     * @param value the result
     * @param type of it
     * @param writer of the method
     */
    void accept(Value value, Type type, ExpressionWriter writer);

    /** Returns a result from its method. */
    static Sink returning(final Type result)
    {
        return new Sink()
        {
            @Override
            public String javaType()
            {
                return Shapes.javaType(result);
            }

            @Override
            public void accept(final Value value, final Type type, final ExpressionWriter writer)
            {
                final Value converted = writer.conversions().convert(value, type, result);
                writer.out().line("return " + ExpressionWriter.stripped(((Value.Single)converted).java()) + ";");
            }
        };
    }

    /** Puts a result into locals that are declared. */
    static Sink into(final Value locals, final Type result)
    {
        return new Sink()
        {
            @Override
            public String javaType()
            {
                return "";
            }

            @Override
            public void accept(final Value value, final Type type, final ExpressionWriter writer)
            {
                final List<Value.Single> targets = locals.singles();
                final List<Value.Single> values = writer.conversions().convert(value, type, result).singles();
                for (int i = 0; i < targets.size(); i++)
                {
                    writer.out().line(targets.get(i).java() + " = " + ExpressionWriter.stripped(values.get(i).java()) +
                        ";");
                }
            }
        };
    }
}

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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.language.syntax.BinaryOperator;
import io.packetflow.engine.language.syntax.SyntaxNode;

/**
 * Cold path. An expression whose type is known and in which nothing is left to find out: calls are resolved, patterns
 * are tests and parts, numbers that meet have one scale, names are {@link Variable}s.
 */
public sealed interface Typed
{
    /** Returns the type of its value. */
    Type type();

    /**
     * A value that is written in the program.
     *
     * @param type of the value
     * @param value a {@link Long} of units, a {@link Boolean}, or the {@link String} of an atom or text
     */
    record Constant(Type type, Object value) implements Typed
    {
    }

    /**
     * The value of a variable.
     *
     * @param variable that has it
     */
    record Local(Variable variable) implements Typed
    {
        @Override
        public Type type()
        {
            return variable.type();
        }
    }

    /**
     * A part of a record, tuple or list.
     *
     * @param type of the part
     * @param whole that has it
     * @param field its name; a number from 0 in tuples and lists
     */
    record Part(Type type, Typed whole, String field) implements Typed
    {
    }

    /**
     * A value of several types, as the one that it turned out to be.
     *
     * @param type that it is
     * @param whole a {@link Type.OneOf}
     * @param index of the alternative
     */
    record Alternative(Type type, Typed whole, int index) implements Typed
    {
    }

    /**
     * Whether a value of several types is of one of them.
     *
     * @param whole a {@link Type.OneOf}
     * @param index of the alternative
     */
    record IsAlternative(Typed whole, int index) implements Typed
    {
        @Override
        public Type type()
        {
            return Type.TRUTH;
        }
    }

    /**
     * A tuple or a list of fixed length.
     *
     * @param type of it
     * @param elements in order
     */
    record Sequence(Type type, List<Typed> elements) implements Typed
    {
        /** Copies the list. */
        public Sequence
        {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A record.
     *
     * @param type of it
     * @param fields in order
     */
    record RecordOf(Type.Fields type, Map<String, Typed> fields) implements Typed
    {
        /** Copies the map. */
        public RecordOf
        {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * Computes with two numbers. The operands of sums and remainders have one scale; of a division, the left one has as
     * many decimals as the quotient and the right operand together.
     *
     * @param type of the result
     * @param operator {@code + - * / %}
     * @param left operand
     * @param right operand
     */
    record Arithmetic(Type.Numeric type, BinaryOperator operator, Typed left, Typed right) implements Typed
    {
        /** Returns whether it fails where the result does not fit; numbers without decimals wrap. */
        public boolean isExact()
        {
            return !type.isWhole();
        }
    }

    /**
     * Gives a number more decimals; fails where it does not fit then.
     *
     * @param type with more decimals
     * @param value a number
     */
    record Rescale(Type.Numeric type, Typed value) implements Typed
    {
    }

    /**
     * Changes the sign.
     *
     * @param type of the number
     * @param value a number
     */
    record Negation(Type.Numeric type, Typed value) implements Typed
    {
    }

    /**
     * Compares numbers of one scale, booleans, atoms or texts; the last three with {@code ==} and {@code !=} only.
     *
     * @param operator a comparison
     * @param left operand
     * @param right operand
     */
    record Comparison(BinaryOperator operator, Typed left, Typed right) implements Typed
    {
        @Override
        public Type type()
        {
            return Type.TRUTH;
        }
    }

    /**
     * {@code and}, {@code or}; the right operand is not computed where the left one decides.
     *
     * @param operator of the two
     * @param left a boolean
     * @param right a boolean
     */
    record Logic(BinaryOperator operator, Typed left, Typed right) implements Typed
    {
        @Override
        public Type type()
        {
            return Type.TRUTH;
        }
    }

    /**
     * Logical not.
     *
     * @param value a boolean
     */
    record Not(Typed value) implements Typed
    {
        @Override
        public Type type()
        {
            return Type.TRUTH;
        }
    }

    /**
     * Calls a function of the program.
     *
     * @param function for these arguments
     * @param arguments in order
     */
    record Call(Specialisation function, List<Typed> arguments) implements Typed
    {
        /** Copies the list. */
        public Call
        {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type()
        {
            return function.result();
        }
    }

    /**
     * Calls a function of the language.
     *
     * @param type of the value
     * @param function that is called
     * @param arguments numbers of the scales that it wants
     */
    record BuiltInCall(Type type, BuiltIn function, List<Typed> arguments) implements Typed
    {
        /** Copies the list. */
        public BuiltInCall
        {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * One of two values.
     *
     * @param type of both
     * @param condition a boolean
     * @param then value where it holds
     * @param otherwise value where it does not
     */
    record If(Type type, Typed condition, Typed then, Typed otherwise) implements Typed
    {
    }

    /**
     * Gives values names, then computes.
     *
     * @param steps in order
     * @param result the value
     */
    record Let(List<Step> steps, Typed result) implements Typed
    {
        /** Copies the list. */
        public Let
        {
            steps = List.copyOf(steps);
        }

        @Override
        public Type type()
        {
            return result.type();
        }
    }

    /**
     * A value that gets a name.
     *
     * @param variable the name
     * @param value of it
     */
    record Step(Variable variable, Typed value)
    {
    }

    /**
     * No clause matched: fails.
     *
     * @param message for people
     */
    record Failure(String message) implements Typed
    {
        @Override
        public Type type()
        {
            return Type.NOTHING;
        }
    }

    /**
     * Something that is not known well enough to be compiled.
     *
     * @param type as far as it is known
     * @param place where it stands
     */
    record Opaque(Type type, SyntaxNode place) implements Typed
    {
    }
}

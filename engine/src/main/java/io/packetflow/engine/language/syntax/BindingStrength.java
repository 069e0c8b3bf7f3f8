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
package io.packetflow.engine.language.syntax;

/** Cold path. How strongly parts of an expression hold together, from the weakest to the strongest. */
public enum BindingStrength
{
    /** {@code or}. */
    OR,
    /** {@code and}. */
    AND,
    /** {@code not}. */
    NOT,
    /** {@code ==}, {@code !=}. */
    EQUALITY,
    /** {@code <}, {@code <=}, {@code >}, {@code >=}. */
    ORDER,
    /** {@code |>}. */
    PIPE,
    /** {@code +}, {@code -}. */
    SUM,
    /** {@code *}, {@code /}, {@code %}. */
    PRODUCT,
    /** A minus before its operand. */
    NEGATION,
    /** A call, a field. */
    ACCESS,
    /** What has no open end: literals, names, brackets, {@code if}, {@code case}. */
    CLOSED;

    /**
     * Returns the strength of an expression's outermost part.
     *
     * @param expression any
     * @return its strength
     */
    public static BindingStrength of(final Expression expression)
    {
        if (expression instanceof Expression.Unary unary)
        {
            return unary.operator().strength();
        }
        if (expression instanceof Expression.Binary binary)
        {
            return binary.operator().strength();
        }
        if (expression instanceof Expression.Pipe)
        {
            return PIPE;
        }
        return expression instanceof Expression.Call || expression instanceof Expression.FieldOf ? ACCESS : CLOSED;
    }

    /**
     * Compares.
     *
     * @param other strength
     * @return whether this one is strictly weaker
     */
    public boolean isWeakerThan(final BindingStrength other)
    {
        return compareTo(other) < 0;
    }
}

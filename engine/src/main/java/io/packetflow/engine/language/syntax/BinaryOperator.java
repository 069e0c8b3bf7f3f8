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

import java.util.Arrays;

/** Cold path. Operators with two operands; those of equal strength bind from left to right. */
public enum BinaryOperator
{
    /** Times. */
    MULTIPLY("*", BindingStrength.PRODUCT),
    /** Divided by. */
    DIVIDE("/", BindingStrength.PRODUCT),
    /** Remainder of the division. */
    REMAINDER("%", BindingStrength.PRODUCT),
    /** Plus. */
    ADD("+", BindingStrength.SUM),
    /** Minus. */
    SUBTRACT("-", BindingStrength.SUM),
    /** Less than. */
    LESS("<", BindingStrength.ORDER),
    /** Less or equal. */
    AT_MOST("<=", BindingStrength.ORDER),
    /** Greater than. */
    GREATER(">", BindingStrength.ORDER),
    /** Greater or equal. */
    AT_LEAST(">=", BindingStrength.ORDER),
    /** Equal. */
    EQUAL("==", BindingStrength.EQUALITY),
    /** Not equal. */
    NOT_EQUAL("!=", BindingStrength.EQUALITY),
    /** Both hold. */
    AND("and", BindingStrength.AND),
    /** One of them holds, or both. */
    OR("or", BindingStrength.OR);

    private final String text;
    private final BindingStrength strength;

    BinaryOperator(final String text, final BindingStrength strength)
    {
        this.text = text;
        this.strength = strength;
    }

    /** Returns how strongly it binds. */
    public BindingStrength strength()
    {
        return strength;
    }

    /**
     * Finds an operator.
     *
     * @param text as written
     * @return the operator
     */
    public static BinaryOperator of(final String text)
    {
        return Arrays.stream(values()).filter(operator -> operator.text.equals(text)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no operator is written '" + text + "'"));
    }

    /** Returns the operator as it is written. */
    @Override
    public String toString()
    {
        return text;
    }
}

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

/** Cold path. Operators with one operand. */
public enum UnaryOperator
{
    /** Minus. */
    NEGATE("-", BindingStrength.NEGATION),
    /** Logical not. */
    NOT("not", BindingStrength.NOT);

    private final String text;
    private final BindingStrength strength;

    UnaryOperator(final String text, final BindingStrength strength)
    {
        this.text = text;
        this.strength = strength;
    }

    /** Returns how strongly it binds. */
    public BindingStrength strength()
    {
        return strength;
    }

    /** Returns the operator as it is written. */
    @Override
    public String toString()
    {
        return text;
    }
}

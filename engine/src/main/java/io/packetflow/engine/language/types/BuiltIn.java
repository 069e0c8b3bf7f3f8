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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cold path. The functions of the language. A function of the program with the same name and arity takes its place. */
public enum BuiltIn
{
    /** Without its sign. */
    ABS(1, "a number without its sign"),
    /** The smaller one. */
    MIN(2, "the smaller of two numbers"),
    /** The larger one. */
    MAX(2, "the larger of two numbers"),
    /** Not below, not above. */
    CLAMP(3, "clamp(x, low, high): x, but low at least and high at most"),
    /** Rounds half away from zero. */
    ROUND(2, "round(x, n): x with n decimals, halves away from zero"),
    /** Rounds towards minus infinity. */
    FLOOR(2, "floor(x, n): x with n decimals, rounded down"),
    /** Rounds towards plus infinity. */
    CEIL(2, "ceil(x, n): x with n decimals, rounded up"),
    /** Cuts decimals off. */
    TRUNCATE(2, "truncate(x, n): x with n decimals, the others cut off"),
    /** Units of a scale as an integer. */
    SCALED(2, "scaled(x, n): x times 10 to the n, as an integer; x has n decimals at most"),
    /** Whole part without a unit. */
    INTEGER(1, "the whole part of a number, without its unit"),
    /** A price. */
    PRICE(1, "a plain number of four decimals at most as a price"),
    /** A quantity. */
    QUANTITY(1, "an integer as a quantity"),
    /** A duration. */
    DURATION(1, "an integer of nanoseconds as a duration"),
    /** A timestamp. */
    TIMESTAMP(1, "an integer of nanoseconds as a timestamp"),
    /** Bits of both. */
    BIT_AND(2, "the bits that both integers have"),
    /** Bits of either. */
    BIT_OR(2, "the bits that either integer has"),
    /** Bits of one only. */
    BIT_XOR(2, "the bits that one of the integers has"),
    /** All other bits. */
    BIT_NOT(1, "the bits that the integer does not have"),
    /** Moves bits up. */
    SHIFT_LEFT(2, "moves the 64 bits of an integer up by 0 to 63 places"),
    /** Moves bits down and keeps the sign. */
    SHIFT_RIGHT(2, "moves them down and keeps the sign"),
    /** Moves bits down and brings zeros. */
    SHIFT_RIGHT_UNSIGNED(2, "moves them down and fills with zeros"),
    /** Elements of a list. */
    LENGTH(1, "how many elements a list has");

    private final int arity;
    private final String meaning;

    BuiltIn(final int arity, final String meaning)
    {
        this.arity = arity;
        this.meaning = meaning;
    }

    /** Returns how many arguments it has. */
    public int arity()
    {
        return arity;
    }

    /** Returns what it gives, for people. */
    public String meaning()
    {
        return meaning;
    }

    /** Returns whether it gives a number another count of decimals; its second argument is a literal. */
    public boolean isRounding()
    {
        return this == ROUND || this == FLOOR || this == CEIL || this == TRUNCATE;
    }

    /** Returns whether it works on the 64 bits of integers. */
    public boolean isBitwise()
    {
        return compareTo(BIT_AND) >= 0 && compareTo(SHIFT_RIGHT_UNSIGNED) <= 0;
    }

    /** Returns the name by which programs call it. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a function.
     *
     * @param name as written
     * @return the function, if there is one
     */
    public static Optional<BuiltIn> of(final String name)
    {
        return Arrays.stream(values()).filter(function -> function.toString().equals(name)).findFirst();
    }

    /** Returns the names of all. */
    public static List<String> names()
    {
        return Arrays.stream(values()).map(BuiltIn::toString).toList();
    }
}

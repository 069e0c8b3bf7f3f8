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
package io.packetflow.engine.language.parse;

/** Cold path. How much of a thing a program may have, so that no text makes the front end fail. */
public final class LanguageLimits
{
    /** Characters of a name or an atom. */
    public static final int MAX_NAME_LENGTH = 64;
    /** Levels of brackets, and of operators in an expression. */
    public static final int MAX_NESTING = 200;
    /** Characters of a string. */
    public static final int MAX_STRING_LENGTH = 4096;
    /** Digits of a decimal number; also the limit of its exponent. */
    public static final int MAX_DECIMAL_DIGITS = 18;

    /** Levels that macros may build before the result is examined: what the caller has and a macro adds. */
    public static final int MAX_EXPANDED_NESTING = 220;
    /** Nodes of code that the macros of a program may give; eight characters of a name or string are one more. */
    public static final int MAX_EXPANDED_NODES = 50_000;
    /** Macros that may expand into each other, from the one that is called to the last. */
    public static final int MAX_EXPANSIONS = 32;

    private LanguageLimits()
    {
    }
}

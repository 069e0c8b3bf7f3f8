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

/** Cold path. How far typing goes, so that no program costs time or memory without bound. */
public final class TypingLimits
{
    /** Decimals of a number: 10<sup>18</sup> is the largest power of ten in 64 bits. */
    public static final int MAX_SCALE = 18;

    /** Single values that one value consists of: what a call hands over in registers and on the stack. */
    static final int MAX_PARTS = 64;

    /** Expressions within each other, those of called functions included. */
    static final int MAX_DEPTH = 400;

    /** Functions that call each other. */
    static final int MAX_CALL_DEPTH = 24;

    /** Specialisations of functions in a program. */
    static final int MAX_SPECIALISATIONS = 4_096;

    private TypingLimits()
    {
    }
}

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
package io.packetflow.engine.molecule;

/**
 * What triggered an instance: a feed message, a fill, a timer, a control command. The code stands in the slot's header
 * and selects which packets fire.
 *
 * @param code 1 to 62; 1 and 2 are the engine's own
 * @param name for people
 * @param maxInputBytes largest input that an instance of this kind carries, 0 to 4096
 */
public record InstanceKind(int code, String name, int maxInputBytes)
{
    /** A command to a running molecule (group MC): command code, target and two values. */
    public static final InstanceKind CONTROL = new InstanceKind(1, "control", 32);

    /** A logical clock tick: the input is empty, the header's time is the deadline. */
    public static final InstanceKind TIMER = new InstanceKind(2, "timer", 0);

    /** The lowest code that a molecule may use for its own kinds. */
    public static final int FIRST_FREE_CODE = 8;

    private static final int MAX_CODE = 62;
    private static final int MAX_INPUT_BYTES = 4096;

    /** Checks the ranges. */
    public InstanceKind
    {
        if (code < 1 || code > MAX_CODE)
        {
            throw new IllegalArgumentException("an instance kind's code is 1 to " + MAX_CODE + ": code=" + code);
        }
        if (name.isBlank())
        {
            throw new IllegalArgumentException("an instance kind has a name: code=" + code);
        }
        if (maxInputBytes < 0 || maxInputBytes > MAX_INPUT_BYTES)
        {
            throw new IllegalArgumentException(
                "an input holds 0 to " + MAX_INPUT_BYTES + " bytes: maxInputBytes=" + maxInputBytes);
        }
    }

    /** Returns the bit that stands for this kind in a trigger's mask. */
    public long bit()
    {
        return 1L << code;
    }

    @Override
    public String toString()
    {
        return name;
    }
}

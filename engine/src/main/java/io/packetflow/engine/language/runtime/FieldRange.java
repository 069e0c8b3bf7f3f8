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
package io.packetflow.engine.language.runtime;

/**
 * Hot path. Checks at the edge that what was computed fits into the field that is to hold it. Stateless; any thread.
 * What does not fit is a defect of the program and fails its instance, as any exception of a handler does.
 */
public final class FieldRange
{
    private static final int UNSIGNED_BYTE_BITS = 8;
    private static final int UNSIGNED_SHORT_BITS = 16;

    private FieldRange()
    {
    }

    /**
     * Checks a field of type {@code :int8}.
     *
     * @param value to write
     * @return it
     */
    public static byte int8(final long value)
    {
        if (value != (byte)value)
        {
            throw outside(value, "int8");
        }
        return (byte)value;
    }

    /**
     * Checks a field of type {@code :int16}.
     *
     * @param value to write
     * @return it
     */
    public static short int16(final long value)
    {
        if (value != (short)value)
        {
            throw outside(value, "int16");
        }
        return (short)value;
    }

    /**
     * Checks a field of type {@code :int32}.
     *
     * @param value to write
     * @return it
     */
    public static int int32(final long value)
    {
        if (value != (int)value)
        {
            throw outside(value, "int32");
        }
        return (int)value;
    }

    /**
     * Checks a field of type {@code :uint8}.
     *
     * @param value to write, 0 to 255
     * @return its bits
     */
    public static byte uint8(final long value)
    {
        if (value >>> UNSIGNED_BYTE_BITS != 0)
        {
            throw outside(value, "uint8");
        }
        return (byte)value;
    }

    /**
     * Checks a field of type {@code :uint16}.
     *
     * @param value to write, 0 to 65 535
     * @return its bits
     */
    public static short uint16(final long value)
    {
        if (value >>> UNSIGNED_SHORT_BITS != 0)
        {
            throw outside(value, "uint16");
        }
        return (short)value;
    }

    /**
     * Checks a field of type {@code :uint32}.
     *
     * @param value to write, 0 to 4 294 967 295
     * @return its bits
     */
    public static int uint32(final long value)
    {
        if (value >>> Integer.SIZE != 0)
        {
            throw outside(value, "uint32");
        }
        return (int)value;
    }

    /**
     * Checks a field of type {@code :quantity}.
     *
     * @param value to write, 0 to 2 147 483 647
     * @return it
     */
    public static int quantity(final long value)
    {
        if (value >>> (Integer.SIZE - 1) != 0)
        {
            throw outside(value, "quantity");
        }
        return (int)value;
    }

    private static ArithmeticException outside(final long value, final String type)
    {
        return new ArithmeticException(value + " does not fit into a field of type :" + type);
    }
}

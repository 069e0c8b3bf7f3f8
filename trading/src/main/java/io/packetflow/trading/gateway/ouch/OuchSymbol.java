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
package io.packetflow.trading.gateway.ouch;

import java.nio.charset.StandardCharsets;

/**
 * Stock symbols as longs. The least significant byte of the long is the first character, so that one plain
 * (little-endian) eight-byte store writes the field of the wire: left-justified and padded with spaces.
 *
 * <p>Cold path: conversion happens when a directory is read, never per order.
 */
public final class OuchSymbol
{
    /** Characters of a symbol field. */
    public static final int LENGTH = 8;

    private OuchSymbol()
    {
    }

    /**
     * Packs a symbol.
     *
     * @param symbol of 1 to 8 printable ASCII characters without spaces
     * @return its long
     * @throws IllegalArgumentException if it is none
     */
    public static long pack(final String symbol)
    {
        if (symbol.isEmpty() || symbol.length() > LENGTH)
        {
            throw new IllegalArgumentException("a symbol has 1 to 8 characters: symbol='" + symbol + "'");
        }
        long packed = 0;
        for (int i = 0; i < LENGTH; i++)
        {
            final char c = i < symbol.length() ? symbol.charAt(i) : ' ';
            if (i < symbol.length() && (c <= ' ' || c > '~'))
            {
                throw new IllegalArgumentException(
                    "a symbol is printable ASCII without spaces: symbol='" + symbol + "'");
            }
            packed |= (long)c << (8 * i);
        }
        return packed;
    }

    /**
     * Unpacks a symbol.
     *
     * @param packed as {@link #pack(String)} answers it, or as a plain eight-byte read of the field does
     * @return the symbol without its padding
     */
    public static String unpack(final long packed)
    {
        final byte[] text = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++)
        {
            text[i] = (byte)(packed >>> (8 * i));
        }
        return new String(text, StandardCharsets.ISO_8859_1).stripTrailing();
    }
}

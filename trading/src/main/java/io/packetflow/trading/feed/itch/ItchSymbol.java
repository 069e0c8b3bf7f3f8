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
package io.packetflow.trading.feed.itch;

import java.nio.charset.StandardCharsets;

/**
 * Cold path. A symbol as a {@code long}: eight ASCII characters, left-aligned, padded with spaces, the first in the
 * highest byte; the value that a big-endian read of the wire gives.
 */
public final class ItchSymbol
{
    /** Longest symbol in characters. */
    public static final int MAX_LENGTH = 8;

    private ItchSymbol()
    {
    }

    /**
     * Packs a symbol.
     *
     * @param symbol 1 to 8 printable ASCII characters
     * @return its value on the wire
     * @throws IllegalArgumentException if it is longer, empty, or holds other characters
     */
    public static long pack(final String symbol)
    {
        if (symbol.isEmpty() || symbol.length() > MAX_LENGTH)
        {
            throw new IllegalArgumentException("a symbol has 1 to 8 characters: symbol=\"" + symbol + "\"");
        }
        long packed = 0;
        for (int i = 0; i < MAX_LENGTH; i++)
        {
            final char c = i < symbol.length() ? symbol.charAt(i) : ' ';
            if (c < ' ' || c > '~')
            {
                throw new IllegalArgumentException("a symbol is printable ASCII: symbol=\"" + symbol + "\"");
            }
            packed = packed << 8 | c;
        }
        return packed;
    }

    /**
     * Unpacks a symbol.
     *
     * @param packed value on the wire
     * @return its characters without the padding
     */
    public static String unpack(final long packed)
    {
        final byte[] bytes = new byte[MAX_LENGTH];
        for (int i = 0; i < MAX_LENGTH; i++)
        {
            bytes[i] = (byte)(packed >>> (56 - 8 * i));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
    }
}

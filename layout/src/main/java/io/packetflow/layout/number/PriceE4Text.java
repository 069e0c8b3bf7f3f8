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
package io.packetflow.layout.number;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Cold path. Prices with four decimals as text, exactly: {@code -12.3450}. Stateless; any thread. Formatting into an
 * array or a builder creates no garbage.
 */
public final class PriceE4Text
{
    /** The longest text of a price: a sign, fifteen digits, a point, four digits. */
    public static final int MAX_LENGTH = 21;

    private static final int DECIMALS = 4;

    private PriceE4Text()
    {
    }

    /**
     * Reads a price: an optional minus, digits, and optionally a point and digits, of which only zeros may stand behind
     * the fourth.
     *
     * @param text to read, nothing else in it
     * @return the price
     * @throws NumberFormatException if the text is no price, has more than four decimals or is out of range
     */
    public static long parse(final CharSequence text)
    {
        final int length = text.length();
        final boolean isNegative = length > 0 && text.charAt(0) == '-';
        final int start = isNegative ? 1 : 0;
        int at = start;
        long priceE4 = 0;
        while (at < length && isDigit(text.charAt(at)))
        {
            priceE4 = appendDigit(priceE4, text.charAt(at), text);
            at++;
        }
        final int point = at;
        final boolean hasPoint = at < length && text.charAt(at) == '.';
        at += hasPoint ? 1 : 0;
        int decimals = 0;
        while (at < length && isDigit(text.charAt(at)))
        {
            if (decimals < DECIMALS)
            {
                priceE4 = appendDigit(priceE4, text.charAt(at), text);
                decimals++;
            }
            else if (text.charAt(at) != '0')
            {
                throw refused(text, "it has more than four decimals");
            }
            at++;
        }
        if (at < length || point == start || (hasPoint && decimals == 0))
        {
            throw refused(text, "expected digits, a point and up to four digits, stopped at index " + at);
        }
        for (int i = decimals; i < DECIMALS; i++)
        {
            priceE4 = appendDigit(priceE4, '0', text);
        }
        return isNegative ? -priceE4 : priceE4;
    }

    /**
     * Writes a price with exactly four decimals.
     *
     * @param priceE4 price to write, not {@link PriceE4#NONE}
     * @return its text
     */
    public static String format(final long priceE4)
    {
        final byte[] text = new byte[MAX_LENGTH];
        return new String(text, 0, format(priceE4, text, 0), StandardCharsets.US_ASCII);
    }

    /**
     * Writes a price with exactly four decimals, in ASCII.
     *
     * @param priceE4 price to write, not {@link PriceE4#NONE}
     * @param target array to write
     * @param index of the first byte written; {@link #MAX_LENGTH} bytes are always enough
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException if the array is too short, before anything is written
     */
    public static int format(final long priceE4, final byte[] target, final int index)
    {
        final int length = length(priceE4);
        Objects.checkFromIndexSize(index, length, target.length);
        long rest = Math.abs(priceE4);
        final int first = priceE4 < 0 ? index + 1 : index;
        for (int at = index + length - 1; at >= first; at--)
        {
            final boolean isPoint = at == index + length - 1 - DECIMALS;
            target[at] = isPoint ? (byte)'.' : (byte)('0' + rest % 10);
            rest = isPoint ? rest : rest / 10;
        }
        if (priceE4 < 0)
        {
            target[index] = '-';
        }
        return length;
    }

    /**
     * Appends a price with exactly four decimals.
     *
     * @param priceE4 price to write, not {@link PriceE4#NONE}
     * @param target builder to append to
     */
    public static void append(final long priceE4, final StringBuilder target)
    {
        requirePrice(priceE4);
        final long decimals = Math.abs(priceE4 % PriceE4.ONE);
        target.append(priceE4 < 0 ? "-" : "").append(Math.abs(priceE4 / PriceE4.ONE)).append('.');
        for (long place = PriceE4.ONE / 10; place > 0; place /= 10)
        {
            target.append((char)('0' + decimals / place % 10));
        }
    }

    private static int length(final long priceE4)
    {
        requirePrice(priceE4);
        int length = (priceE4 < 0 ? 1 : 0) + 1 + 1 + DECIMALS;
        for (long rest = Math.abs(priceE4 / PriceE4.ONE) / 10; rest > 0; rest /= 10)
        {
            length++;
        }
        return length;
    }

    private static void requirePrice(final long priceE4)
    {
        if (priceE4 == PriceE4.NONE)
        {
            throw new IllegalArgumentException("there is no price to format (PriceE4.NONE)");
        }
    }

    private static long appendDigit(final long priceE4, final char digit, final CharSequence text)
    {
        final long appended = CheckedLong.add(CheckedLong.multiply(priceE4, 10), digit - '0');
        if (appended == CheckedLong.NONE)
        {
            throw refused(text, "it is out of range, at most 922337203685477.5807");
        }
        return appended;
    }

    private static boolean isDigit(final char c)
    {
        return c >= '0' && c <= '9';
    }

    private static NumberFormatException refused(final CharSequence text, final String reason)
    {
        return new NumberFormatException("not a price: \"" + text + "\": " + reason);
    }
}

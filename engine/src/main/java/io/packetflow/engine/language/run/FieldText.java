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
package io.packetflow.engine.language.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.FieldType;

/**
 * Cold path. Fields as texts, and texts as fields: whole numbers, prices with up to four decimals, text or {@code 0x}
 * hexadecimal digits for bytes.
 */
final class FieldText
{
    private static final String HEX = "0x";
    private static final int PRICE_DECIMALS = 4;
    private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,20}");
    private static final Pattern DIGITS = Pattern.compile("([0-9a-fA-F]{2})*");
    private static final BigInteger MAX_UINT64 = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private FieldText()
    {
    }

    /**
     * Writes a value into a record.
     *
     * @param text of the value
     * @param field that takes it
     * @param record whose first byte is the field's offset 0, little-endian
     * @throws IllegalArgumentException if it is no value of the field; the message says what is
     */
    static void put(final String text, final Field field, final ByteBuffer record)
    {
        if (field.type() == FieldType.BYTES)
        {
            putBytes(text, field.offset(), field.length(), record);
        }
        else if (field.type() == FieldType.PRICE_E4)
        {
            if (!PRICE.matcher(text).matches())
            {
                throw new IllegalArgumentException("'" + text + "' is no price; write one such as 12.3456");
            }
            record.putLong(field.offset(), new BigDecimal(text).movePointRight(PRICE_DECIMALS).longValueExact());
        }
        else
        {
            putNumber(text, field, record);
        }
    }

    private static void putNumber(final String text, final Field field, final ByteBuffer record)
    {
        final int bits = field.type().sizeBytes() * Byte.SIZE;
        final boolean isUnsigned = switch (field.type())
        {
            case UINT8, UINT16, UINT32, UINT64 -> true;
            default -> false;
        };
        final boolean isQuantity = field.type() == FieldType.QUANTITY;
        final BigInteger min =
            isUnsigned || isQuantity ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(bits - 1).negate();
        final BigInteger max = isUnsigned ? MAX_UINT64.shiftRight(Long.SIZE - bits) :
            BigInteger.ONE.shiftLeft(bits - 1).subtract(BigInteger.ONE);
        final BigInteger value = WHOLE.matcher(text).matches() ? new BigInteger(text) : null;
        if (value == null || value.compareTo(min) < 0 || value.compareTo(max) > 0)
        {
            throw new IllegalArgumentException(
                "'" + text + "' is no whole number from " + min + " to " + max);
        }
        switch (field.type().sizeBytes())
        {
            case Byte.BYTES -> record.put(field.offset(), value.byteValue());
            case Short.BYTES -> record.putShort(field.offset(), value.shortValue());
            case Integer.BYTES -> record.putInt(field.offset(), value.intValue());
            default -> record.putLong(field.offset(), value.longValue());
        }
    }

    /** Writes text, with blanks behind it, or hexadecimal digits, with zeros behind them; returns how many bytes. */
    static int putBytes(final String text, final int offset, final int length, final ByteBuffer record)
    {
        final boolean isHex = text.startsWith(HEX);
        if (isHex && !DIGITS.matcher(text.substring(HEX.length())).matches())
        {
            throw new IllegalArgumentException("'" + text + "' has no pairs of hexadecimal digits behind 0x");
        }
        final byte[] bytes = isHex ? HexFormat.of().parseHex(text.substring(HEX.length())) :
            text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > length)
        {
            throw new IllegalArgumentException(
                "'" + text + "' has " + bytes.length + " bytes, and there is room for " + length);
        }
        record.put(offset, bytes);
        for (int i = bytes.length; i < length; i++)
        {
            record.put(offset + i, (byte)(isHex ? 0 : ' '));
        }
        return bytes.length;
    }

    /**
     * Reads a value from a record.
     *
     * @param field that holds it
     * @param record little-endian
     * @param base of the record in the buffer
     * @return its text, which {@link #put} understands
     */
    static String get(final Field field, final ByteBuffer record, final int base)
    {
        final int at = base + field.offset();
        return switch (field.type())
        {
            case INT8 -> String.valueOf(record.get(at));
            case INT16 -> String.valueOf(record.getShort(at));
            case INT32, QUANTITY -> String.valueOf(record.getInt(at));
            case UINT8 -> String.valueOf(Byte.toUnsignedInt(record.get(at)));
            case UINT16 -> String.valueOf(Short.toUnsignedInt(record.getShort(at)));
            case UINT32 -> Integer.toUnsignedString(record.getInt(at));
            case UINT64 -> Long.toUnsignedString(record.getLong(at));
            case PRICE_E4 -> BigDecimal.valueOf(record.getLong(at), PRICE_DECIMALS).toPlainString();
            case BYTES -> bytes(field, record, at);
            case INT64, TIMESTAMP_NANOS -> String.valueOf(record.getLong(at));
        };
    }

    private static String bytes(final Field field, final ByteBuffer record, final int at)
    {
        final byte[] bytes = new byte[field.length()];
        record.get(at, bytes);
        for (final byte one : bytes)
        {
            if (one < ' ' || one > '~' || one == '"' || one == '\\')
            {
                return HEX + HexFormat.of().formatHex(bytes);
            }
        }
        return '"' + new String(bytes, StandardCharsets.US_ASCII).stripTrailing() + '"';
    }
}

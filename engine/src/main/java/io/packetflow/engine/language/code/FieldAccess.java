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
package io.packetflow.engine.language.code;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.layout.record.Field;

/** Cold path. Java expressions that read a field as {@code long}, a field of bytes as words that spaces fill up. */
final class FieldAccess
{
    private static final long SPACES = 0x2020202020202020L;

    private FieldAccess()
    {
    }

    /** Reads so many bytes from some place on. */
    @FunctionalInterface
    interface Reader
    {
        /**
         * Returns a Java expression.
         *
         * @param bytes 1, 2, 4 or 8
         * @param offset of the first one from the start of the record
         * @return an expression of the type that has so many bytes
         */
        String read(int bytes, int offset);
    }

    /** Returns the expression that reads a number. */
    static String number(final Field field, final Reader reader)
    {
        final String raw = reader.read(field.type().sizeBytes(), field.offset());
        return switch (field.type())
        {
            case UINT8 -> raw + " & 0xFFL";
            case UINT16 -> raw + " & 0xFFFFL";
            case UINT32 -> raw + " & 0xFFFF_FFFFL";
            default -> raw;
        };
    }

    /** Returns the expressions that read the words of a field of bytes. */
    static List<String> words(final Field field, final Reader reader)
    {
        final List<String> words = new ArrayList<>();
        for (int start = 0; start < field.length(); start += Long.BYTES)
        {
            final int length = Math.min(Long.BYTES, field.length() - start);
            words.add(length == Long.BYTES ? reader.read(Long.BYTES, field.offset() + start) :
                partialWord(field.offset() + start, length, reader));
        }
        return words;
    }

    private static String partialWord(final int offset, final int length, final Reader reader)
    {
        final StringBuilder text = new StringBuilder();
        int done = 0;
        while (done < length)
        {
            final int bytes = Integer.highestOneBit(length - done);
            final String mask = bytes == Byte.BYTES ? "0xFFL" : bytes == Short.BYTES ? "0xFFFFL" : "0xFFFF_FFFFL";
            final String part = "(" + reader.read(bytes, offset + done) + " & " + mask + ")";
            text.append(done == 0 ? part : " | " + part + " << " + done * Byte.SIZE);
            done += bytes;
        }
        return text + " | " + hex(SPACES << (length * Byte.SIZE));
    }

    /** Returns a text as words of eight bytes, the first byte lowest, filled up with spaces. */
    static List<Long> words(final byte[] text, final int count)
    {
        final List<Long> words = new ArrayList<>();
        for (int word = 0; word < count; word++)
        {
            long value = 0;
            for (int i = Long.BYTES - 1; i >= 0; i--)
            {
                final int index = word * Long.BYTES + i;
                value = value << Byte.SIZE | (index < text.length ? text[index] & 0xFF : ' ');
            }
            words.add(value);
        }
        return words;
    }

    static String hex(final long value)
    {
        return String.format("0x%016XL", value);
    }
}

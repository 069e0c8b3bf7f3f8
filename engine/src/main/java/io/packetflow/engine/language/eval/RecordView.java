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
package io.packetflow.engine.language.eval;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.engine.language.runtime.FieldRange;
import io.packetflow.engine.language.types.FieldTypes;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.FieldType;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. Reads and writes records of any layout, field by field, as values of the evaluator. */
public final class RecordView extends Flyweight
{
    /**
     * Binds the view to a slab.
     *
     * @param slab that it reads and writes from now on
     */
    public RecordView(final Slab slab)
    {
        super(slab);
    }

    /** Returns the fields of a record. */
    Map<String, Object> read(final RecordLayout layout)
    {
        final Map<String, Object> fields = new LinkedHashMap<>();
        layout.fields().forEach(field -> fields.put(field.name(), read(field)));
        return fields;
    }

    private Object read(final Field field)
    {
        return switch (field.type())
        {
            case INT8 -> Decimal.whole(int8(field.offset()));
            case INT16 -> Decimal.whole(int16(field.offset()));
            case INT32, QUANTITY -> Decimal.whole(int32(field.offset()));
            case UINT8 -> Decimal.whole(Byte.toUnsignedLong(int8(field.offset())));
            case UINT16 -> Decimal.whole(Short.toUnsignedLong(int16(field.offset())));
            case UINT32 -> Decimal.whole(Integer.toUnsignedLong(int32(field.offset())));
            case INT64, UINT64, TIMESTAMP_NANOS -> Decimal.whole(int64(field.offset()));
            case PRICE_E4 -> new Decimal(int64(field.offset()), FieldTypes.PRICE_SCALE);
            case BYTES -> text(field);
        };
    }

    private String text(final Field field)
    {
        final byte[] bytes = new byte[field.length()];
        for (int i = 0; i < bytes.length; i++)
        {
            bytes[i] = int8(field.offset() + i);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Writes all fields of a record. */
    void write(final RecordLayout layout, final Map<?, ?> values)
    {
        layout.fields().forEach(field -> write(field, values.get(field.name())));
    }

    /** Writes zeros. */
    void clear(final RecordLayout layout)
    {
        for (int i = 0; i < layout.size(); i++)
        {
            int8(i, (byte)0);
        }
    }

    private void write(final Field field, final Object value)
    {
        if (field.type() == FieldType.BYTES)
        {
            write(field, ((String)value).getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        final int scale = field.type() == FieldType.PRICE_E4 ? FieldTypes.PRICE_SCALE : 0;
        final long units = ((Decimal)value).withScale(scale).units();
        switch (field.type())
        {
            case INT8 -> int8(field.offset(), FieldRange.int8(units));
            case INT16 -> int16(field.offset(), FieldRange.int16(units));
            case INT32 -> int32(field.offset(), FieldRange.int32(units));
            case UINT8 -> int8(field.offset(), FieldRange.uint8(units));
            case UINT16 -> int16(field.offset(), FieldRange.uint16(units));
            case UINT32 -> int32(field.offset(), FieldRange.uint32(units));
            case QUANTITY -> int32(field.offset(), FieldRange.quantity(units));
            default -> int64(field.offset(), units);
        }
    }

    private void write(final Field field, final byte[] text)
    {
        final byte[] padded = Arrays.copyOf(text, field.length());
        Arrays.fill(padded, Math.min(text.length, padded.length), padded.length, (byte)' ');
        for (int i = 0; i < padded.length; i++)
        {
            int8(field.offset() + i, padded[i]);
        }
    }
}

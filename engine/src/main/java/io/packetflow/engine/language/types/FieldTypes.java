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

import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.FieldType;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. The types of what lies in payloads and inputs. */
public final class FieldTypes
{
    /** Decimals of a field of type {@code :price_e4}. */
    public static final int PRICE_SCALE = 4;

    private FieldTypes()
    {
    }

    /**
     * Returns the type of a record in memory.
     *
     * @param layout fields of the record
     * @param view name of the packet or input whose memory it is
     * @return its type
     */
    public static Type.Fields of(final RecordLayout layout, final String view)
    {
        final Map<String, Type> fields = new LinkedHashMap<>();
        layout.fields().forEach(field -> fields.put(field.name(), of(field)));
        return new Type.Fields(fields, view);
    }

    /**
     * Returns the type of what is read from a field.
     *
     * @param field of a record
     * @return its type
     */
    public static Type of(final Field field)
    {
        return switch (field.type())
        {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> new Type.Numeric(NumberKind.PLAIN, 0);
            case PRICE_E4 -> new Type.Numeric(NumberKind.PRICE, PRICE_SCALE);
            case QUANTITY -> new Type.Numeric(NumberKind.QUANTITY, 0);
            case TIMESTAMP_NANOS -> new Type.Numeric(NumberKind.TIMESTAMP, 0);
            case BYTES -> new Type.Text(field.length());
        };
    }

    /**
     * Tells whether a value may be written to a field: numbers without decimals to integers, whatever they count;
     * prices and plain numbers of four decimals at most to prices.
     *
     * @param value type of the value
     * @param field to write
     * @return whether it may
     */
    public static boolean mayWrite(final Type value, final Field field)
    {
        if (value instanceof Type.Text text)
        {
            return field.type() == FieldType.BYTES && text.lengthBytes() <= field.length();
        }
        if (!(value instanceof Type.Numeric number) || field.type() == FieldType.BYTES)
        {
            return false;
        }
        return switch (field.type())
        {
            case PRICE_E4 -> number.scale() <= PRICE_SCALE && (number.kind() == NumberKind.PRICE ||
                number.kind().isPlain());
            case QUANTITY -> number.isWhole() && (number.kind() == NumberKind.QUANTITY || number.kind().isPlain());
            case TIMESTAMP_NANOS -> number.isWhole() && number.kind() == NumberKind.TIMESTAMP;
            default -> number.isWhole() && number.kind() != NumberKind.PRICE;
        };
    }
}

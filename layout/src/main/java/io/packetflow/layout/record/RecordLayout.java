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
package io.packetflow.layout.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cold path. Where the fields of a record lie. Immutable; equal if name and fields (types, offsets, lengths) are equal.
 *
 * <p>Numbers are aligned to their size. Fields are placed by descending alignment, ties in declared order, so that a
 * record has no holes; byte fields count with the largest power of two up to 8 that divides their length, so that an
 * 8-byte symbol can be read as one aligned {@code long}. {@link Builder#inDeclaredOrder()} keeps the declared order
 * instead and accepts holes.
 *
 * <p>Typical use, in a flyweight:
 * <pre>{@code
 * public static final RecordLayout LAYOUT = RecordLayout.named("MarketUpdate")
 *     .priceE4("bidPriceE4").quantity("bidQuantity").bytes("symbol", 8).build();
 * private static final int BID_PRICE = LAYOUT.offset("bidPriceE4");
 * }</pre>
 */
public final class RecordLayout
{
    /** A record is at most this long: a slot is a few cache lines, not a file. */
    public static final int MAX_SIZE_BYTES = 1 << 20;

    private final String name;
    private final List<Field> fields;
    private final Map<String, Field> byName;
    private final int alignment;
    private final int size;

    private RecordLayout(final String name, final List<Field> fields)
    {
        this.name = name;
        this.fields = List.copyOf(fields);
        this.byName = new LinkedHashMap<>();
        int widest = 1;
        int end = 0;
        for (final Field field : this.fields)
        {
            byName.put(field.name(), field);
            widest = Math.max(widest, field.type().sizeBytes());
            end = Math.max(end, field.end());
        }
        this.alignment = widest;
        this.size = roundUp(end, widest);
    }

    /**
     * Starts a layout.
     *
     * @param name of the record: a letter, then letters, digits and underscores
     * @return its builder
     * @throws IllegalArgumentException if the name is illegal
     */
    public static Builder named(final String name)
    {
        return new Builder(Names.requireIdentifier("a record", name));
    }

    /** Returns the record's name. */
    public String name()
    {
        return name;
    }

    /**
     * Looks a field's place up. For constants, not for hot paths.
     *
     * @param field name of the field
     * @return the offset of its first byte from the start of the record
     * @throws IllegalArgumentException if there is no such field
     */
    public int offset(final String field)
    {
        return field(field).offset();
    }

    /**
     * Looks a field up.
     *
     * @param field name of the field
     * @return the field
     * @throws IllegalArgumentException if there is no such field
     */
    public Field field(final String field)
    {
        final Field found = byName.get(field);
        if (found == null)
        {
            throw new IllegalArgumentException("record " + name + " has no field " + field + ": " +
                Names.suggestion(String.valueOf(field), byName.keySet()));
        }
        return found;
    }

    /**
     * Says whether there is a field of a name.
     *
     * @param field name of the field
     * @return whether the record has it
     */
    public boolean has(final String field)
    {
        return byName.containsKey(field);
    }

    /** Returns the length of the record in bytes, a multiple of {@link #alignment()}. */
    public int size()
    {
        return size;
    }

    /** Returns what the record's address must be a multiple of: 1, 2, 4 or 8. */
    public int alignment()
    {
        return alignment;
    }

    /** Returns the fields by ascending offset. */
    public List<Field> fields()
    {
        return fields;
    }

    /** Returns a picture of the record: a bit ruler, then a list of the fields. */
    public String print()
    {
        return RecordPicture.of(this);
    }

    @Override
    public boolean equals(final Object other)
    {
        return other instanceof RecordLayout that && name.equals(that.name) && fields.equals(that.fields);
    }

    @Override
    public int hashCode()
    {
        return 31 * name.hashCode() + fields.hashCode();
    }

    /** Returns one line that says the same for equal records on every JVM: the text that layouts are hashed over. */
    @Override
    public String toString()
    {
        final StringBuilder text = new StringBuilder(name).append('[').append(size).append("]{");
        String separator = "";
        for (final Field field : fields)
        {
            text.append(separator).append(field.name()).append(':').append(field.type());
            text.append('@').append(field.offset()).append('+').append(field.length());
            separator = ", ";
        }
        return text.append('}').toString();
    }

    private static int roundUp(final int value, final int alignment)
    {
        return (value + alignment - 1) & -alignment;
    }

    /** Cold path. Collects the fields of a record; one thread, one use. */
    public static final class Builder
    {
        private final String name;
        private final Map<String, Field> declared = new LinkedHashMap<>();
        private boolean isInDeclaredOrder;

        private Builder(final String name)
        {
            this.name = name;
        }

        /**
         * Adds a signed field of 1 byte.
         *
         * @param field its name
         * @return this
         */
        public Builder int8(final String field)
        {
            return field(field, FieldType.INT8);
        }

        /**
         * Adds a signed field of 2 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder int16(final String field)
        {
            return field(field, FieldType.INT16);
        }

        /**
         * Adds a signed field of 4 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder int32(final String field)
        {
            return field(field, FieldType.INT32);
        }

        /**
         * Adds a signed field of 8 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder int64(final String field)
        {
            return field(field, FieldType.INT64);
        }

        /**
         * Adds an unsigned field of 1 byte.
         *
         * @param field its name
         * @return this
         */
        public Builder uint8(final String field)
        {
            return field(field, FieldType.UINT8);
        }

        /**
         * Adds an unsigned field of 2 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder uint16(final String field)
        {
            return field(field, FieldType.UINT16);
        }

        /**
         * Adds an unsigned field of 4 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder uint32(final String field)
        {
            return field(field, FieldType.UINT32);
        }

        /**
         * Adds an unsigned field of 8 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder uint64(final String field)
        {
            return field(field, FieldType.UINT64);
        }

        /**
         * Adds a price with four decimals, 8 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder priceE4(final String field)
        {
            return field(field, FieldType.PRICE_E4);
        }

        /**
         * Adds a quantity, 4 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder quantity(final String field)
        {
            return field(field, FieldType.QUANTITY);
        }

        /**
         * Adds a time in nanoseconds, 8 bytes.
         *
         * @param field its name
         * @return this
         */
        public Builder timestampNanos(final String field)
        {
            return field(field, FieldType.TIMESTAMP_NANOS);
        }

        /**
         * Adds a field of bytes.
         *
         * @param field its name
         * @param length in bytes, 1 to {@link RecordLayout#MAX_SIZE_BYTES}
         * @return this
         * @throws IllegalArgumentException if the length is out of range, or the name illegal or taken
         */
        public Builder bytes(final String field, final int length)
        {
            if (length < 1 || length > MAX_SIZE_BYTES)
            {
                throw new IllegalArgumentException("a field of bytes holds 1 to " + MAX_SIZE_BYTES +
                    ": record=" + name + " field=" + field + " length=" + length);
            }
            return add(field, FieldType.BYTES, length);
        }

        /**
         * Adds a field of a type that is chosen at run time.
         *
         * @param field its name
         * @param type of one value; {@link FieldType#BYTES} makes a single byte
         * @return this
         * @throws IllegalArgumentException if the name is illegal or taken
         */
        public Builder field(final String field, final FieldType type)
        {
            return add(field, type, type.sizeBytes());
        }

        /**
         * Keeps the declared order, with holes where alignment needs them: for records that others have specified.
         *
         * @return this
         */
        public Builder inDeclaredOrder()
        {
            isInDeclaredOrder = true;
            return this;
        }

        /**
         * Places the fields.
         *
         * @return the layout
         * @throws IllegalArgumentException if there is no field, or the record gets too long
         */
        public RecordLayout build()
        {
            if (declared.isEmpty())
            {
                throw new IllegalArgumentException("a record has at least one field: record=" + name);
            }
            final List<Field> order = new ArrayList<>(declared.values());
            if (!isInDeclaredOrder)
            {
                order.sort(Comparator.comparingInt(Builder::placingAlignment).reversed());
            }
            final List<Field> placed = new ArrayList<>();
            int end = 0;
            for (final Field field : order)
            {
                final int offset = roundUp(end, field.type().sizeBytes());
                placed.add(new Field(field.name(), field.type(), offset, field.length()));
                end = offset + field.length();
                if (end > MAX_SIZE_BYTES)
                {
                    throw new IllegalArgumentException("a record holds at most " + MAX_SIZE_BYTES +
                        " bytes: record=" + name + " field=" + field.name() + " end=" + end);
                }
            }
            return new RecordLayout(name, placed);
        }

        private Builder add(final String field, final FieldType type, final int length)
        {
            Names.requireIdentifier("a field of record " + name, field);
            if (declared.putIfAbsent(field, new Field(field, type, 0, length)) != null)
            {
                throw new IllegalArgumentException("record " + name + " has two fields named " + field);
            }
            return this;
        }

        private static int placingAlignment(final Field field)
        {
            return Math.min(Long.BYTES, Integer.lowestOneBit(field.length()));
        }
    }
}

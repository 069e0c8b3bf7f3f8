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

/**
 * Cold path. What a field holds and how many bytes it takes. Numbers are little-endian and aligned to their size.
 *
 * <p>{@link #PRICE_E4}, {@link #QUANTITY} and {@link #TIMESTAMP_NANOS} are numbers with a meaning, so that printers,
 * decoders and checks know the unit. There is no floating-point type: prices are scaled.
 */
public enum FieldType
{
    /** Signed, 1 byte. */
    INT8(1),
    /** Signed, 2 bytes. */
    INT16(2),
    /** Signed, 4 bytes. */
    INT32(4),
    /** Signed, 8 bytes. */
    INT64(8),
    /** Unsigned, 1 byte; also a single character or flag. */
    UINT8(1),
    /** Unsigned, 2 bytes. */
    UINT16(2),
    /** Unsigned, 4 bytes. */
    UINT32(4),
    /** Unsigned, 8 bytes: identifiers, masks. */
    UINT64(8),
    /** A price with four decimals, 8 bytes signed: 1.2345 is 12345. */
    PRICE_E4(8),
    /** A number of shares or contracts, 4 bytes, 0 to 2 147 483 647. */
    QUANTITY(4),
    /** Nanoseconds, 8 bytes signed; the record says since when. */
    TIMESTAMP_NANOS(8),
    /** A fixed number of bytes of text or opaque data; {@link #sizeBytes()} is that of one element. */
    BYTES(1);

    private final int sizeBytes;

    FieldType(final int sizeBytes)
    {
        this.sizeBytes = sizeBytes;
    }

    /** Returns how many bytes one value takes, which is also its natural alignment: 1, 2, 4 or 8. */
    public int sizeBytes()
    {
        return sizeBytes;
    }
}

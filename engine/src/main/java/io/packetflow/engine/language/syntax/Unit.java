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
package io.packetflow.engine.language.syntax;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Cold path. Units of literals. */
public enum Unit
{
    /** Nanoseconds. */
    NANOSECONDS("ns", Kind.DURATION, 1L),
    /** Microseconds; also written with either of the two letters mu. */
    MICROSECONDS("us", Kind.DURATION, 1_000L),
    /** Milliseconds. */
    MILLISECONDS("ms", Kind.DURATION, 1_000_000L),
    /** Seconds. */
    SECONDS("s", Kind.DURATION, 1_000_000_000L),
    /** Minutes. */
    MINUTES("min", Kind.DURATION, 60_000_000_000L),
    /** Hours. */
    HOURS("h", Kind.DURATION, 3_600_000_000_000L),
    /** Bytes. */
    BYTES("B", Kind.SIZE, 1L),
    /** 1,024 bytes. */
    KILOBYTES("KB", Kind.SIZE, 1L << 10),
    /** 1,024 KB. */
    MEGABYTES("MB", Kind.SIZE, 1L << 20),
    /** 1,024 MB. */
    GIGABYTES("GB", Kind.SIZE, 1L << 30),
    /** Events a second. */
    PER_SECOND("/s", Kind.RATE, 1L),
    /** Thousands of events a second. */
    THOUSANDS_PER_SECOND("k/s", Kind.RATE, 1_000L),
    /** Millions of events a second. */
    MILLIONS_PER_SECOND("M/s", Kind.RATE, 1_000_000L),
    /** Thousands of millions of events a second. */
    BILLIONS_PER_SECOND("G/s", Kind.RATE, 1_000_000_000L);

    /** What a unit measures. */
    public enum Kind
    {
        /** Base unit: nanoseconds. */
        DURATION,
        /** Base unit: bytes. */
        SIZE,
        /** Base unit: events a second. */
        RATE
    }

    private final String symbol;
    private final Kind kind;
    private final BigDecimal factor;

    Unit(final String symbol, final Kind kind, final long factor)
    {
        this.symbol = symbol;
        this.kind = kind;
        this.factor = BigDecimal.valueOf(factor);
    }

    /** Returns how it is written behind a number. */
    public String symbol()
    {
        return symbol;
    }

    /** Returns what it measures. */
    public Kind kind()
    {
        return kind;
    }

    /** Returns how many base units it holds. */
    public BigDecimal factor()
    {
        return factor;
    }

    /**
     * Finds a unit.
     *
     * @param text as written behind a number; microseconds with {@code u}, U+00B5 or U+03BC
     * @return the unit, if there is one
     */
    public static Optional<Unit> of(final String text)
    {
        final String plain = text.replace('\u00B5', 'u').replace('\u03BC', 'u');
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(plain)).findFirst();
    }

    /** Returns how all units are written. */
    public static List<String> symbols()
    {
        return Arrays.stream(values()).map(Unit::symbol).toList();
    }
}

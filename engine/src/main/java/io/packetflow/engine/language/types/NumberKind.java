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

/** Cold path. What a number counts; numbers of different kinds are neither added nor compared. */
public enum NumberKind
{
    /** A number without a unit. */
    PLAIN("number"),
    /** Money: a price, or a price times a quantity. */
    PRICE("price"),
    /** Shares or contracts. */
    QUANTITY("quantity"),
    /** Nanoseconds. */
    DURATION("duration"),
    /** Bytes. */
    SIZE("size"),
    /** Events a second. */
    RATE("rate"),
    /** Nanoseconds since a moment that the record says. */
    TIMESTAMP("timestamp");

    private final String text;

    NumberKind(final String text)
    {
        this.text = text;
    }

    /** Returns whether it has no unit of its own and takes that of a number that it meets. */
    public boolean isPlain()
    {
        return this == PLAIN;
    }

    /** Returns whether plain numbers may be added to it and compared with it: one says "3 shares" without a unit. */
    public boolean acceptsPlain()
    {
        return this == PRICE || this == QUANTITY || isPlain();
    }

    @Override
    public String toString()
    {
        return text;
    }
}

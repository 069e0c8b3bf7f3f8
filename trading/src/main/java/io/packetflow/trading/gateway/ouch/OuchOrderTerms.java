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
package io.packetflow.trading.gateway.ouch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. What is the same in every order of a session: the one-letter fields, the session's part of the client
 * order id, and an appendage of up to eight bytes. {@link OuchEncoder} folds it into constants once.
 *
 * @param timeInForce {@code 0} day, {@code 3} immediate or cancel, {@code 5} until extended hours end, {@code 6} until
 *     a time, {@code E} after hours
 * @param display {@code Y} visible, {@code N} hidden, {@code A} attributable
 * @param capacity {@code A} agency, {@code P} principal, {@code R} riskless, {@code O} other
 * @param sweep intermarket sweep eligibility, {@code Y} or {@code N}
 * @param cross {@code N} continuous market, or a cross: {@code O C H S R E A}
 * @param clientTag six ASCII characters that end each client order id; the userRefNum in hexadecimal goes before them
 * @param appendage encoded options ({@link OuchAppendage}), 0 to 8 bytes
 */
public record OuchOrderTerms(
    char timeInForce,
    char display,
    char capacity,
    char sweep,
    char cross,
    String clientTag,
    List<Byte> appendage)
{
    /** Characters of {@link #clientTag}. */
    public static final int CLIENT_TAG_LENGTH = 6;

    /** The longest appendage that the hot encoder carries, in bytes. */
    public static final int MAX_APPENDAGE_LENGTH = 8;

    /**
     * Checks the terms.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public OuchOrderTerms
    {
        appendage = List.copyOf(appendage);
        final List<String> errors = new ArrayList<>();
        oneOf(errors, "timeInForce", timeInForce, "0356E");
        oneOf(errors, "display", display, "YNA");
        oneOf(errors, "capacity", capacity, "APRO");
        oneOf(errors, "sweep", sweep, "YN");
        oneOf(errors, "cross", cross, "NOCHSREA");
        if (clientTag.length() != CLIENT_TAG_LENGTH || !StandardCharsets.US_ASCII.newEncoder().canEncode(clientTag))
        {
            errors.add("clientTag has six ASCII characters: clientTag='" + clientTag + "'");
        }
        if (appendage.size() > MAX_APPENDAGE_LENGTH)
        {
            errors.add("appendage has at most 8 bytes: length=" + appendage.size());
        }
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException("order terms: " + String.join("; ", errors));
        }
    }

    /**
     * Terms of a passive quote: day order, visible, principal, continuous market, post only.
     *
     * @param clientTag six ASCII characters
     * @return the terms
     */
    public static OuchOrderTerms postOnly(final String clientTag)
    {
        return new OuchOrderTerms('0', 'Y', 'P', 'N', 'N', clientTag,
            List.of((byte)2, (byte)OuchAppendage.POST_ONLY, (byte)'P'));
    }

    /**
     * Terms of a plain day order: visible, principal, continuous market, no appendage.
     *
     * @param clientTag six ASCII characters
     * @return the terms
     */
    public static OuchOrderTerms day(final String clientTag)
    {
        return new OuchOrderTerms('0', 'Y', 'P', 'N', 'N', clientTag, List.of());
    }

    /** Returns time in force, display, capacity, sweep and cross as five bytes, first character lowest. */
    long enterFlags()
    {
        return timeInForce | (long)display << 8 | (long)capacity << 16 | (long)sweep << 24 | (long)cross << 32;
    }

    /** Returns time in force, display and sweep as three bytes, first character lowest. */
    long replaceFlags()
    {
        return timeInForce | (long)display << 8 | (long)sweep << 16;
    }

    /** Returns the client tag and the big-endian appendage length as eight bytes. */
    long tagAndAppendageLength()
    {
        long packed = 0;
        for (int i = 0; i < CLIENT_TAG_LENGTH; i++)
        {
            packed |= (long)clientTag.charAt(i) << (8 * i);
        }
        return packed | (long)appendage.size() << 56;
    }

    /** Returns the appendage, first byte lowest, padded with zeros. */
    long appendageBytes()
    {
        long packed = 0;
        for (int i = 0; i < appendage.size(); i++)
        {
            packed |= (appendage.get(i) & 0xFFL) << (8 * i);
        }
        return packed;
    }

    private static void oneOf(final List<String> errors, final String name, final char value, final String allowed)
    {
        if (allowed.indexOf(value) < 0)
        {
            errors.add(name + " is one of " + allowed + ": " + name + "='" + value + "'");
        }
    }
}

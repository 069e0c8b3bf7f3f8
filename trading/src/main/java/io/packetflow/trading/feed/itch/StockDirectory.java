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
package io.packetflow.trading.feed.itch;

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. What the day knows of a symbol. Type {@code R}; header and units: {@link ItchLayout}.
 *
 * @param stock at 11, 8 bytes: symbol
 * @param marketCategory at 19, 1 byte: listing market
 * @param financialStatus at 20, 1 byte: {@code N} is normal
 * @param roundLot at 21, 4 bytes: shares of a round lot
 * @param roundLotsOnly at 25, 1 byte: {@code Y} or {@code N}
 * @param issueClass at 26, 1 byte: kind of security
 * @param issueSubType at 27, 2 bytes: two characters, the first in the higher byte
 * @param authenticity at 29, 1 byte: {@code P} live, {@code T} test
 * @param shortSaleThreshold at 30, 1 byte: {@code Y}, {@code N} or space
 * @param ipoFlag at 31, 1 byte: {@code Y}, {@code N} or space
 * @param luldTier at 32, 1 byte: {@code 1}, {@code 2} or space
 * @param etpFlag at 33, 1 byte: {@code Y}, {@code N} or space
 * @param etpLeverage at 34, 4 bytes: factor, 0 where there is none
 * @param inverse at 38, 1 byte: {@code Y} or {@code N}
 */
public record StockDirectory(
    long stock,
    char marketCategory,
    char financialStatus,
    long roundLot,
    char roundLotsOnly,
    char issueClass,
    int issueSubType,
    char authenticity,
    char shortSaleThreshold,
    char ipoFlag,
    char luldTier,
    char etpFlag,
    long etpLeverage,
    char inverse) implements ItchAdminMessage
{
    /** Offset of {@link #marketCategory}. */
    public static final int MARKET_CATEGORY = 19;
    /** Offset of {@link #financialStatus}. */
    public static final int FINANCIAL_STATUS = 20;
    /** Offset of {@link #roundLot}. */
    public static final int ROUND_LOT = 21;
    /** Offset of {@link #roundLotsOnly}. */
    public static final int ROUND_LOTS_ONLY = 25;
    /** Offset of {@link #issueClass}. */
    public static final int ISSUE_CLASS = 26;
    /** Offset of {@link #issueSubType}. */
    public static final int ISSUE_SUB_TYPE = 27;
    /** Offset of {@link #authenticity}. */
    public static final int AUTHENTICITY = 29;
    /** Offset of {@link #shortSaleThreshold}. */
    public static final int SHORT_SALE_THRESHOLD = 30;
    /** Offset of {@link #ipoFlag}. */
    public static final int IPO_FLAG = 31;
    /** Offset of {@link #luldTier}. */
    public static final int LULD_TIER = 32;
    /** Offset of {@link #etpFlag}. */
    public static final int ETP_FLAG = 33;
    /** Offset of {@link #etpLeverage}. */
    public static final int ETP_LEVERAGE = 34;
    /** Offset of {@link #inverse}. */
    public static final int INVERSE = 38;

    static StockDirectory decode(final Slab slab, final long offset)
    {
        return new StockDirectory(
            slab.getLongBigEndian(offset + STOCK),
            ItchDecoder.character(slab, offset + MARKET_CATEGORY),
            ItchDecoder.character(slab, offset + FINANCIAL_STATUS),
            ItchDecoder.unsignedInt(slab, offset + ROUND_LOT),
            ItchDecoder.character(slab, offset + ROUND_LOTS_ONLY),
            ItchDecoder.character(slab, offset + ISSUE_CLASS),
            slab.getShortBigEndian(offset + ISSUE_SUB_TYPE),
            ItchDecoder.character(slab, offset + AUTHENTICITY),
            ItchDecoder.character(slab, offset + SHORT_SALE_THRESHOLD),
            ItchDecoder.character(slab, offset + IPO_FLAG),
            ItchDecoder.character(slab, offset + LULD_TIER),
            ItchDecoder.character(slab, offset + ETP_FLAG),
            ItchDecoder.unsignedInt(slab, offset + ETP_LEVERAGE),
            ItchDecoder.character(slab, offset + INVERSE));
    }

    @Override
    public char type()
    {
        return ItchLayout.STOCK_DIRECTORY;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + STOCK, stock);
        slab.putByte(offset + MARKET_CATEGORY, (byte)marketCategory);
        slab.putByte(offset + FINANCIAL_STATUS, (byte)financialStatus);
        slab.putIntBigEndian(offset + ROUND_LOT, (int)roundLot);
        slab.putByte(offset + ROUND_LOTS_ONLY, (byte)roundLotsOnly);
        slab.putByte(offset + ISSUE_CLASS, (byte)issueClass);
        slab.putShortBigEndian(offset + ISSUE_SUB_TYPE, issueSubType);
        slab.putByte(offset + AUTHENTICITY, (byte)authenticity);
        slab.putByte(offset + SHORT_SALE_THRESHOLD, (byte)shortSaleThreshold);
        slab.putByte(offset + IPO_FLAG, (byte)ipoFlag);
        slab.putByte(offset + LULD_TIER, (byte)luldTier);
        slab.putByte(offset + ETP_FLAG, (byte)etpFlag);
        slab.putIntBigEndian(offset + ETP_LEVERAGE, (int)etpLeverage);
        slab.putByte(offset + INVERSE, (byte)inverse);
    }
}

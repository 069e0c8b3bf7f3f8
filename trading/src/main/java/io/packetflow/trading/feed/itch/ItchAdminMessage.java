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
 * Cold path. The bodies of the thirteen ITCH 5.0 messages that concern neither orders nor trades: they come a few
 * times a day, so they are records that read and write themselves. Offsets are constants, for those who want one field
 * without the record. Numbers of 32 bits are unsigned, in {@code long}; see {@link ItchLayout} for the header.
 */
public sealed interface ItchAdminMessage permits
    DirectListing,
    Imbalance,
    IpoQuoting,
    LuldCollar,
    MwcbLevels,
    MwcbStatus,
    OperationalHalt,
    ParticipantPosition,
    RegSho,
    RetailInterest,
    StockDirectory,
    SystemEvent,
    TradingAction
{
    /** Offset of the symbol in most of these messages. */
    int STOCK = 11;

    /** Returns the type character of the message. */
    char type();

    /**
     * Writes the body; the header is {@link ItchEncoder#header}'s.
     *
     * @param slab to write
     * @param offset of the type byte
     */
    void encodeBody(Slab slab, long offset);

    /**
     * Writes header and body.
     *
     * @param slab to write
     * @param offset of the type byte
     * @param stockLocate 0 to 65535
     * @param trackingNumber 0 to 65535
     * @param timestampNanos since midnight Eastern time
     * @return the message's length
     */
    default int encode(
        final Slab slab,
        final long offset,
        final int stockLocate,
        final int trackingNumber,
        final long timestampNanos)
    {
        ItchEncoder.header(slab, offset, type(), stockLocate, trackingNumber, timestampNanos);
        encodeBody(slab, offset);
        return ItchLayout.expectedLength(type());
    }

    /**
     * Reads a message.
     *
     * @param slab that holds it
     * @param offset of its type byte
     * @return its body
     * @throws IllegalArgumentException if it is an order or trade message, or of no known type
     */
    static ItchAdminMessage decode(final Slab slab, final long offset)
    {
        return switch (ItchDecoder.type(slab, offset))
        {
            case ItchLayout.SYSTEM_EVENT -> SystemEvent.decode(slab, offset);
            case ItchLayout.STOCK_DIRECTORY -> StockDirectory.decode(slab, offset);
            case ItchLayout.TRADING_ACTION -> TradingAction.decode(slab, offset);
            case ItchLayout.REG_SHO -> RegSho.decode(slab, offset);
            case ItchLayout.PARTICIPANT_POSITION -> ParticipantPosition.decode(slab, offset);
            case ItchLayout.MWCB_LEVELS -> MwcbLevels.decode(slab, offset);
            case ItchLayout.MWCB_STATUS -> MwcbStatus.decode(slab, offset);
            case ItchLayout.IPO_QUOTING -> IpoQuoting.decode(slab, offset);
            case ItchLayout.LULD_COLLAR -> LuldCollar.decode(slab, offset);
            case ItchLayout.OPERATIONAL_HALT -> OperationalHalt.decode(slab, offset);
            case ItchLayout.IMBALANCE -> Imbalance.decode(slab, offset);
            case ItchLayout.RETAIL_INTEREST -> RetailInterest.decode(slab, offset);
            case ItchLayout.DIRECT_LISTING -> DirectListing.decode(slab, offset);
            default -> throw new IllegalArgumentException(
                "not an admin message: type=" + ItchDecoder.type(slab, offset) + " offset=" + offset);
        };
    }
}

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

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. How long OUCH messages are: one table lookup, and for types that may carry an appendage its length field.
 * Stateless; any thread.
 */
public final class OuchLengths
{
    /** Answer for a type that the protocol does not know. */
    public static final int UNKNOWN_TYPE = -1;

    /** Answer for a message that is cut: fewer bytes are there than its type, or its appendage, asks for. */
    public static final int TRUNCATED = -2;

    private static final int TYPES = 128;
    // Low 16 bits: length without appendage. High 16 bits: offset of the appendage length, 0 where there is none.
    private static final int[] INBOUND = new int[TYPES];
    private static final int[] OUTBOUND = new int[TYPES];

    static
    {
        INBOUND[OuchInboundLayout.ENTER] =
            entry(OuchInboundLayout.ENTER_LENGTH, OuchInboundLayout.ENTER_APPENDAGE_LENGTH);
        INBOUND[OuchInboundLayout.REPLACE] =
            entry(OuchInboundLayout.REPLACE_LENGTH, OuchInboundLayout.REPLACE_APPENDAGE_LENGTH);
        INBOUND[OuchInboundLayout.CANCEL] = OuchInboundLayout.CANCEL_LENGTH;
        INBOUND[OuchInboundLayout.MODIFY] = OuchInboundLayout.MODIFY_LENGTH;
        INBOUND[OuchInboundLayout.ACCOUNT_QUERY] = OuchInboundLayout.ACCOUNT_QUERY_LENGTH;

        OUTBOUND[OuchOutboundLayout.SYSTEM_EVENT] = OuchOutboundLayout.SYSTEM_EVENT_LENGTH;
        OUTBOUND[OuchOutboundLayout.ACCEPTED] =
            entry(OuchOutboundLayout.ACCEPTED_LENGTH, OuchOutboundLayout.ACCEPTED_APPENDAGE_LENGTH);
        OUTBOUND[OuchOutboundLayout.REPLACED] =
            entry(OuchOutboundLayout.REPLACED_LENGTH, OuchOutboundLayout.REPLACED_APPENDAGE_LENGTH);
        OUTBOUND[OuchOutboundLayout.CANCELED] = OuchOutboundLayout.CANCELED_LENGTH;
        OUTBOUND[OuchOutboundLayout.AIQ_CANCELED] = OuchOutboundLayout.AIQ_CANCELED_LENGTH;
        OUTBOUND[OuchOutboundLayout.EXECUTED] =
            entry(OuchOutboundLayout.EXECUTED_LENGTH, OuchOutboundLayout.EXECUTED_APPENDAGE_LENGTH);
        OUTBOUND[OuchOutboundLayout.BROKEN] = OuchOutboundLayout.BROKEN_LENGTH;
        OUTBOUND[OuchOutboundLayout.TRADE_CORRECTED] = OuchOutboundLayout.TRADE_CORRECTED_LENGTH;
        OUTBOUND[OuchOutboundLayout.REJECTED] = OuchOutboundLayout.REJECTED_LENGTH;
        OUTBOUND[OuchOutboundLayout.CANCEL_PENDING] = OuchOutboundLayout.CANCEL_PENDING_LENGTH;
        OUTBOUND[OuchOutboundLayout.CANCEL_REJECTED] = OuchOutboundLayout.CANCEL_REJECTED_LENGTH;
        OUTBOUND[OuchOutboundLayout.PRIORITY_UPDATED] = OuchOutboundLayout.PRIORITY_UPDATED_LENGTH;
        OUTBOUND[OuchOutboundLayout.MODIFIED] = OuchOutboundLayout.MODIFIED_LENGTH;
        OUTBOUND[OuchOutboundLayout.RESTATED] =
            entry(OuchOutboundLayout.RESTATED_LENGTH, OuchOutboundLayout.RESTATED_APPENDAGE_LENGTH);
        OUTBOUND[OuchOutboundLayout.ACCOUNT_ANSWER] = OuchOutboundLayout.ACCOUNT_ANSWER_LENGTH;
    }

    private OuchLengths()
    {
    }

    /**
     * Returns the length of a client's message, appendage included.
     *
     * @param slab that holds it
     * @param offset of its type byte
     * @param available bytes from there on
     * @return the length, {@link #UNKNOWN_TYPE} or {@link #TRUNCATED}
     */
    public static int inbound(final Slab slab, final long offset, final int available)
    {
        return length(INBOUND, slab, offset, available);
    }

    /**
     * Returns the length of a venue's message, appendage included.
     *
     * @param slab that holds it
     * @param offset of its type byte
     * @param available bytes from there on
     * @return the length, {@link #UNKNOWN_TYPE} or {@link #TRUNCATED}
     */
    public static int outbound(final Slab slab, final long offset, final int available)
    {
        return length(OUTBOUND, slab, offset, available);
    }

    private static int length(final int[] table, final Slab slab, final long offset, final int available)
    {
        if (available < 1)
        {
            return TRUNCATED;
        }
        final int type = slab.getByte(offset);
        final int entry = type < 0 ? 0 : table[type];
        if (entry == 0)
        {
            return UNKNOWN_TYPE;
        }
        final int fixed = entry & 0xFFFF;
        final int appendageField = entry >>> 16;
        if (available < fixed)
        {
            return TRUNCATED;
        }
        final int length = appendageField == 0 ? fixed : fixed + slab.getShortBigEndian(offset + appendageField);
        return length <= available ? length : TRUNCATED;
    }

    private static int entry(final int length, final int appendageLengthOffset)
    {
        return length | appendageLengthOffset << 16;
    }
}

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
package io.packetflow.trading.engine;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;
import io.packetflow.trading.strategy.OrderIntents;

/**
 * Hot path. The OUCH messages that OrderRouter made of the intents that passed, and when the last byte of them was
 * written to the outside.
 */
public final class OrderArea extends Flyweight
{
    /** Room for one message in bytes: the longest enter with its appendage, in whole words. */
    public static final int MESSAGE_BYTES = 56;

    /** Layout of the area. */
    public static final RecordLayout LAYOUT = RecordLayout.named("OrderArea").inDeclaredOrder()
        .int64("egressNanos").int32("count").int32("locate").int32("length_0").int32("length_1")
        .bytes("message_0", MESSAGE_BYTES).bytes("message_1", MESSAGE_BYTES).build();

    private static final int EGRESS = LAYOUT.offset("egressNanos");
    private static final int COUNT = LAYOUT.offset("count");
    private static final int LOCATE = LAYOUT.offset("locate");
    private static final int LENGTH = LAYOUT.offset("length_0");
    private static final int MESSAGE = LAYOUT.offset("message_0");

    /**
     * Binds the view to the slots of a ring.
     *
     * @param slab of the ring
     */
    public OrderArea(final Slab slab)
    {
        super(slab);
    }

    /** Returns when the last byte was written, on the clock of {@link System#nanoTime()}; 0 if it was not stamped. */
    public long egressNanos()
    {
        return int64(EGRESS);
    }

    /** Returns the number of messages, 0 to {@value OrderIntents#MAX_COUNT}. */
    public int count()
    {
        return int32(COUNT);
    }

    /** Returns the stock locate of all messages. */
    public int locate()
    {
        return int32(LOCATE);
    }

    /**
     * Returns the length of a message.
     *
     * @param index of the message
     * @return bytes
     */
    public int length(final int index)
    {
        return int32(LENGTH + index * Integer.BYTES);
    }

    /**
     * Returns where a message lies.
     *
     * @param index of the message
     * @return offset of its type byte in {@link #slab()}
     */
    public long message(final int index)
    {
        return offset() + MESSAGE + (long)index * MESSAGE_BYTES;
    }

    /** Returns the memory that holds the messages. */
    public Slab slab()
    {
        return slab;
    }

    /** Writes how many messages there are; OrderRouter only. */
    void head(final int locate, final int count)
    {
        int64(EGRESS, 0);
        int32(COUNT, count);
        int32(LOCATE, locate);
    }

    /** Writes the length of a message; OrderRouter only. */
    void length(final int index, final int bytes)
    {
        int32(LENGTH + index * Integer.BYTES, bytes);
    }

    /** Writes when the last byte was written; OrderRouter only. */
    void egressNanos(final long stampNanos)
    {
        int64(EGRESS, stampNanos);
    }
}

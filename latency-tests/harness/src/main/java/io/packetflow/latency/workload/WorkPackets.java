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
package io.packetflow.latency.workload;

import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.packet.ReleasingHandler;

/** Hot path. The six packets, one behind the other; what a workload has no use for hands its number on. */
public final class WorkPackets
{
    static final String DECODE = "Decode";
    static final String CHECK = "Check";
    static final String PRICE = "Price";
    static final String STORE = "Store";
    static final String SEND = "Send";
    static final String COUNT = "Count";

    private WorkPackets()
    {
    }

    /** Folds the words of the input. */
    public static final class Decode implements PacketHandler
    {
        private final InstanceInput input;
        private final WorkArea own;

        Decode(final PacketContext context)
        {
            input = context.input();
            own = context.area(DECODE, WorkArea.class);
        }

        @Override
        public int onInstance()
        {
            long folded = 0;
            for (int word = Long.BYTES; word < Datagrams.MESSAGE_BYTES; word += Long.BYTES)
            {
                folded = Long.rotateLeft(folded, 1) ^ input.getLong(word);
            }
            own.value(folded);
            return CONTINUE;
        }
    }

    /** Makes a number of 16 bits of it. */
    public static final class Check implements PacketHandler
    {
        private static final int SHIFT = 48;

        private final WorkArea before;
        private final WorkArea own;

        Check(final PacketContext context)
        {
            before = context.area(DECODE, WorkArea.class);
            own = context.area(CHECK, WorkArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(before.value() >>> SHIFT);
            return CONTINUE;
        }
    }

    /** Prices an option on a share whose price the number is, in cents. */
    public static final class Price implements PacketHandler
    {
        private static final double CENTS = 100;
        private static final double STRIKE = 300;
        private static final double VOLATILITY = 0.3;
        private static final double YEARS = 0.25;

        private final Share share;
        private final InstanceInput input;
        private final WorkArea before;
        private final WorkArea own;

        Price(final PacketContext context, final Share share)
        {
            this.share = share;
            input = context.input();
            before = context.area(CHECK, WorkArea.class);
            own = context.area(PRICE, WorkArea.class);
        }

        @Override
        public int onInstance()
        {
            final long cents = before.value();
            own.value(share.has(input.getLong(0)) ?
                Math.round(CENTS * OptionPrice.call((1 + cents) / CENTS, STRIKE, VOLATILITY, YEARS)) : cents);
            return CONTINUE;
        }
    }

    /** Writes the number to a file. */
    public static final class Store implements ReleasingHandler
    {
        private final Share share;
        private final RecordFile file;
        private final InstanceInput input;
        private final WorkArea before;
        private final WorkArea own;

        Store(final PacketContext context, final Share share, final RecordFile file)
        {
            this.share = share;
            this.file = file;
            input = context.input();
            before = context.area(PRICE, WorkArea.class);
            own = context.area(STORE, WorkArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(before.value());
            return CONTINUE;
        }

        @Override
        public void onRelease()
        {
            final long number = input.getLong(0);
            if (share.has(number))
            {
                file.append(number, own.value());
            }
        }

        @Override
        public void onReplay()
        {
            throw new IllegalStateException("a workload is run once, and not recovered");
        }
    }

    /** Sends the number by UDP. */
    public static final class Send implements ReleasingHandler
    {
        private final Share share;
        private final Datagrams wire;
        private final InstanceInput input;
        private final WorkArea before;
        private final WorkArea own;

        Send(final PacketContext context, final Share share, final Datagrams wire)
        {
            this.share = share;
            this.wire = wire;
            input = context.input();
            before = context.area(STORE, WorkArea.class);
            own = context.area(SEND, WorkArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(before.value());
            return CONTINUE;
        }

        @Override
        public void onRelease()
        {
            final long number = input.getLong(0);
            if (share.has(number))
            {
                wire.send(number, own.value());
            }
        }

        @Override
        public void onReplay()
        {
            throw new IllegalStateException("a workload is run once, and not recovered");
        }
    }

    /** Counts. */
    public static final class Count implements PacketHandler
    {
        private final WorkArea before;
        private final WorkArea own;
        private long count;

        Count(final PacketContext context)
        {
            before = context.area(SEND, WorkArea.class);
            own = context.area(COUNT, WorkArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(before.value());
            count++;
            return CONTINUE;
        }

        long count()
        {
            return count;
        }
    }
}

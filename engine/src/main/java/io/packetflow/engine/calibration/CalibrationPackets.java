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
package io.packetflow.engine.calibration;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;

/** Hot path. Packets that do nothing, so that what is left of a run is what the engine costs. */
public final class CalibrationPackets
{
    private CalibrationPackets()
    {
    }

    /** Does nothing. */
    public static final class Idle implements PacketHandler
    {
        /**
         * Creates it.
         *
         * @param context of the packet
         */
        public Idle(final PacketContext context)
        {
            context.packet();
        }

        @Override
        public int onInstance()
        {
            return CONTINUE;
        }
    }

    /** Counts instances, and takes the time of those that are stamped; read when the run is over. */
    public static final class Arrival implements PacketHandler
    {
        private static final int KEPT = 1 << 17;

        private final InstanceHeader header;
        private final long[] nanos = new long[KEPT];
        private int stamped;
        private long count;
        private long unpacedSinceNanos;
        private long lastNanos;

        /**
         * Creates it.
         *
         * @param context of the packet
         */
        public Arrival(final PacketContext context)
        {
            header = context.header();
        }

        @Override
        public int onInstance()
        {
            count++;
            final long sentNanos = header.ingressNanos();
            if (sentNanos != 0)
            {
                nanos[stamped & (KEPT - 1)] = System.nanoTime() - sentNanos;
                stamped++;
            }
            else if ((count & 1023) == 0)
            {
                lastNanos = System.nanoTime();
                unpacedSinceNanos = unpacedSinceNanos == 0 ? lastNanos : unpacedSinceNanos;
            }
            return CONTINUE;
        }

        long count()
        {
            return count;
        }

        /** Times of the stamped instances, as many as are kept, the first ones left out. */
        long[] nanos(final int without)
        {
            final int kept = Math.min(stamped, KEPT);
            final int from = Math.min(without, kept);
            final long[] copy = new long[kept - from];
            System.arraycopy(nanos, from, copy, 0, copy.length);
            return copy;
        }

        /** Instances a second of those without a stamp, 0 if there were too few. */
        double perSecond(final long unpaced)
        {
            final long tookNanos = lastNanos - unpacedSinceNanos;
            return tookNanos <= 0 ? 0 : (unpaced / 1024 - 1) * 1024 * 1e9 / tookNanos;
        }
    }
}

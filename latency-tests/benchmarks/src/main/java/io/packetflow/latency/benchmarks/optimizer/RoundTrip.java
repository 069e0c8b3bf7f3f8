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
package io.packetflow.latency.benchmarks.optimizer;

import java.util.concurrent.atomic.AtomicLongArray;

import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.periodic.Element;

/**
 * A molecule whose last packet reads two areas of eight bytes, between which 240 bytes lie that it does not read, and
 * a source that brings the next instance when the last one has come to the end.
 */
public final class RoundTrip
{
    static final InstanceKind KIND = new InstanceKind(InstanceKind.FIRST_FREE_CODE, "ball", Long.BYTES);

    /** Two words that share no pair of cache lines with anything. */
    private static final int DONE = 32;
    private static final int WORDS = 64;

    private RoundTrip()
    {
    }

    static AtomicLongArray words()
    {
        return new AtomicLongArray(WORDS);
    }

    static Molecule molecule(final AtomicLongArray words)
    {
        return Molecule.named("RoundTrip").kind(KIND)
            .packet(Packet.named("Near", Element.TRANSFORM).trigger(Trigger.on(KIND))
                .writes(Area.of(NarrowArea.LAYOUT, NarrowArea.class, NarrowArea::new))
                .handler(Narrow.class, Narrow::new).build())
            .packet(Packet.named("Own", Element.TRANSFORM).trigger(Trigger.on(KIND))
                .writes(Area.of(WideArea.LAYOUT, WideArea.class, WideArea::new))
                .handler(Wide.class, Wide::new).build())
            .packet(Packet.named("Last", Element.TRANSFORM).trigger(Trigger.on(KIND))
                .writes(Area.of(NarrowArea.LAYOUT, NarrowArea.class, NarrowArea::new))
                .handler(Narrow.class, Narrow::new).build())
            .packet(Packet.named("Far", Element.SPAWN).trigger(Trigger.on(KIND))
                .handler(Far.class, context -> new Far(context, words)).build())
            .ionic("Near", "Own", "Last", "Far").build();
    }

    /** Writes the instance's number. */
    public static final class Narrow implements PacketHandler
    {
        private final InstanceHeader header;
        private final NarrowArea own;

        Narrow(final PacketContext context)
        {
            header = context.header();
            own = context.area(context.packet(), NarrowArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(header.sequence());
            return CONTINUE;
        }
    }

    /** Writes the instance's number many times. */
    public static final class Wide implements PacketHandler
    {
        private final InstanceHeader header;
        private final WideArea own;

        Wide(final PacketContext context)
        {
            header = context.header();
            own = context.area(context.packet(), WideArea.class);
        }

        @Override
        public int onInstance()
        {
            own.fill(header.sequence());
            return CONTINUE;
        }
    }

    /** Reads both numbers and tells the source. */
    public static final class Far implements PacketHandler
    {
        private final NarrowArea near;
        private final NarrowArea last;
        private final AtomicLongArray words;

        Far(final PacketContext context, final AtomicLongArray words)
        {
            near = context.area("Near", NarrowArea.class);
            last = context.area("Last", NarrowArea.class);
            this.words = words;
        }

        @Override
        public int onInstance()
        {
            words.setRelease(DONE, (near.value() + last.value()) >> 1);
            return CONTINUE;
        }
    }

    /** Brings an instance when the one before has come to the end. */
    public static final class Ball implements InstanceSource
    {
        private final AtomicLongArray words;
        private final long total;
        private long sent;

        Ball(final AtomicLongArray words, final long total)
        {
            this.words = words;
            this.total = total;
        }

        @Override
        public long nextTimeNanos()
        {
            return sent < total && words.getAcquire(DONE) == sent ? sent : NONE;
        }

        @Override
        public void take(final InstanceHeader header, final InstanceInput input)
        {
            header.describe(KIND.code(), 0);
            header.stamp(0, 0);
            sent++;
        }

        @Override
        public void discard(final boolean rejected)
        {
            sent++;
        }

        @Override
        public boolean isExhausted()
        {
            return sent == total;
        }
    }
}

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
package io.packetflow.engine.language.build;

import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/** Handlers and areas that programs of tests name, good ones and bad ones. */
public final class Handlers
{
    private Handlers()
    {
    }

    /** What a handler is given by its host. */
    public record Factor(int value)
    {
    }

    public static final class Idle implements PacketHandler
    {
        public Idle()
        {
        }

        @Override
        public int onInstance()
        {
            return CONTINUE;
        }
    }

    public static final class Doubling implements PacketHandler
    {
        private final InstanceInput input;
        private final PriceArea area;
        private final Factor factor;

        public Doubling(final PacketContext context, final Factor factor)
        {
            this.input = context.input();
            this.area = context.area(context.packet(), PriceArea.class);
            this.factor = factor;
        }

        @Override
        public int onInstance()
        {
            area.price(input.getLong(0) * factor.value());
            return CONTINUE;
        }
    }

    /** Copies an order: its price, and its quantity as the count. */
    public static final class Copying implements PacketHandler
    {
        private final InstanceInput input;
        private final PriceArea area;

        public Copying(final PacketContext context)
        {
            this.input = context.input();
            this.area = context.area(context.packet(), PriceArea.class);
        }

        @Override
        public int onInstance()
        {
            area.price(input.getLong(0));
            area.count((int)input.getLong(Long.BYTES));
            return CONTINUE;
        }
    }

    /** Stops what a packet of the name Copy counted as odd. */
    public static final class StoppingOdd implements PacketHandler
    {
        private final PriceArea area;

        public StoppingOdd(final PacketContext context)
        {
            this.area = context.area("Copy", PriceArea.class);
        }

        @Override
        public int onInstance()
        {
            return (area.count() & 1) == 0 ? CONTINUE : STOP;
        }
    }

    public static final class Summing implements PacketHandler
    {
        private final PriceArea area;
        private final long[] sum;

        public Summing(final PacketContext context)
        {
            this.area = context.area("Double", PriceArea.class);
            this.sum = context.resource("sum", long[].class);
        }

        @Override
        public int onInstance()
        {
            sum[0] += area.price();
            return CONTINUE;
        }
    }

    public static class NotFinal implements PacketHandler
    {
        @Override
        public int onInstance()
        {
            return CONTINUE;
        }
    }

    public abstract static class Abstract implements PacketHandler
    {
    }

    static final class Hidden implements PacketHandler
    {
        @Override
        public int onInstance()
        {
            return CONTINUE;
        }
    }

    public static final class Demanding implements PacketHandler
    {
        public Demanding(final String word)
        {
            throw new IllegalStateException(word);
        }

        @Override
        public int onInstance()
        {
            return CONTINUE;
        }
    }

    public static final class WithoutLayout extends Flyweight
    {
        public WithoutLayout(final Slab slab)
        {
            super(slab);
        }
    }

    public static final class WithoutConstructor extends Flyweight
    {
        public static final RecordLayout LAYOUT = RecordLayout.named("Any").int64("any").build();

        WithoutConstructor(final Slab slab)
        {
            super(slab);
        }
    }
}

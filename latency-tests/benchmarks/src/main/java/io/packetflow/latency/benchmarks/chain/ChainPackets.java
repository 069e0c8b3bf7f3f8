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
package io.packetflow.latency.benchmarks.chain;

import io.packetflow.engine.packet.Fused;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;

/** The handlers of the chain: each reads what the one before it wrote, and writes a number of its own. */
public final class ChainPackets
{
    static final String ADD = "Add";
    static final String MIX = "Mix";
    static final String OFFSET = "Offset";
    static final String CLAMP = "Clamp";
    static final String SCALE = "Scale";
    /** The last one; its handler keeps what came of the instances. */
    public static final String FOLD = "Fold";

    private ChainPackets()
    {
    }

    /** Adds the two numbers of the input. */
    public static final class Add implements PacketHandler
    {
        private final InstanceInput input;
        private final ChainArea own;

        public Add(final PacketContext context)
        {
            input = context.input();
            own = context.area(ADD, ChainArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(ChainSteps.add(input.getLong(0), input.getLong(Long.BYTES)));
            return CONTINUE;
        }

        @Fused(ADD)
        public int onFused(final ChainArea sum)
        {
            sum.value(ChainSteps.add(input.getLong(0), input.getLong(Long.BYTES)));
            return CONTINUE;
        }
    }

    /** Mixes the bits. */
    public static final class Mix implements PacketHandler
    {
        private final ChainArea before;
        private final ChainArea own;

        public Mix(final PacketContext context)
        {
            before = context.area(ADD, ChainArea.class);
            own = context.area(MIX, ChainArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(ChainSteps.mix(before.value()));
            return CONTINUE;
        }

        @Fused({ADD, MIX})
        public int onFused(final ChainArea sum, final ChainArea mixed)
        {
            mixed.value(ChainSteps.mix(sum.kept()));
            return CONTINUE;
        }
    }

    /** Adds the first number of the input. */
    public static final class Offset implements PacketHandler
    {
        private final InstanceInput input;
        private final ChainArea before;
        private final ChainArea own;

        public Offset(final PacketContext context)
        {
            input = context.input();
            before = context.area(MIX, ChainArea.class);
            own = context.area(OFFSET, ChainArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(ChainSteps.offset(before.value(), input.getLong(0)));
            return CONTINUE;
        }

        @Fused({MIX, OFFSET})
        public int onFused(final ChainArea mixed, final ChainArea moved)
        {
            moved.value(ChainSteps.offset(mixed.kept(), input.getLong(0)));
            return CONTINUE;
        }
    }

    /** Raises to the second number of the input at least. */
    public static final class Clamp implements PacketHandler
    {
        private final InstanceInput input;
        private final ChainArea before;
        private final ChainArea own;

        public Clamp(final PacketContext context)
        {
            input = context.input();
            before = context.area(OFFSET, ChainArea.class);
            own = context.area(CLAMP, ChainArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(ChainSteps.clamp(before.value(), input.getLong(Long.BYTES)));
            return CONTINUE;
        }

        @Fused({OFFSET, CLAMP})
        public int onFused(final ChainArea moved, final ChainArea clamped)
        {
            clamped.value(ChainSteps.clamp(moved.kept(), input.getLong(Long.BYTES)));
            return CONTINUE;
        }
    }

    /** Multiplies. */
    public static final class Scale implements PacketHandler
    {
        private final ChainArea before;
        private final ChainArea own;

        public Scale(final PacketContext context)
        {
            before = context.area(CLAMP, ChainArea.class);
            own = context.area(SCALE, ChainArea.class);
        }

        @Override
        public int onInstance()
        {
            own.value(ChainSteps.scale(before.value()));
            return CONTINUE;
        }

        @Fused({CLAMP, SCALE})
        public int onFused(final ChainArea clamped, final ChainArea scaled)
        {
            scaled.value(ChainSteps.scale(clamped.kept()));
            return CONTINUE;
        }
    }

    /** Folds the result with the sum of the first packet, and keeps what comes of it. */
    public static final class Fold implements PacketHandler
    {
        private final ChainArea first;
        private final ChainArea before;
        private final ChainArea own;
        private long result;
        private long count;

        public Fold(final PacketContext context)
        {
            first = context.area(ADD, ChainArea.class);
            before = context.area(SCALE, ChainArea.class);
            own = context.area(FOLD, ChainArea.class);
        }

        @Override
        public int onInstance()
        {
            final long value = ChainSteps.fold(before.value(), first.value());
            own.value(value);
            result += value;
            count++;
            return CONTINUE;
        }

        @Fused({ADD, SCALE, FOLD})
        public int onFused(final ChainArea sum, final ChainArea scaled, final ChainArea folded)
        {
            final long value = ChainSteps.fold(scaled.kept(), sum.kept());
            folded.value(value);
            result += value;
            count++;
            return CONTINUE;
        }

        /** Returns the sum of all results. */
        public long result()
        {
            return result;
        }

        /** Returns how many instances came. */
        public long count()
        {
            return count;
        }
    }
}

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
package io.packetflow.layout.state;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

import java.util.Arrays;
import java.util.Random;

/** A component with a field of each type, and a part. */
final class Sample implements Stateful
{
    final Slab slab;
    final long[] longs;
    final int[] ints;
    final boolean[] flags;
    final byte[] bytes;
    final Inner inner = new Inner();
    long int64;
    int int32;
    int index;
    boolean flag;

    Sample(final Arena arena, final int size)
    {
        slab = arena.allocate(size, 8);
        longs = new long[size];
        ints = new int[size];
        flags = new boolean[size];
        bytes = new byte[size];
    }

    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("configured", 7);
        int64 = state.int64("int64", int64);
        int32 = state.int32("int32", int32);
        index = state.bounded("index", index, 0, longs.length);
        flag = state.flag("flag", flag);
        state.slab("slab", slab);
        state.longs("longs", longs);
        state.part("inner", inner);
        state.ints("ints", ints);
        state.flags("flags", flags);
        state.bytes("bytes", bytes);
    }

    Sample randomized(final Random random)
    {
        int64 = random.nextLong();
        int32 = random.nextInt();
        index = random.nextInt(longs.length + 1);
        flag = random.nextBoolean();
        inner.count = random.nextLong();
        random.nextBytes(bytes);
        for (int i = 0; i < longs.length; i++)
        {
            slab.putByte(i, (byte)random.nextInt());
            longs[i] = random.nextLong();
            ints[i] = random.nextInt();
            flags[i] = random.nextBoolean();
        }
        return this;
    }

    /** All state as text, to compare. */
    String text()
    {
        final byte[] slabBytes = new byte[(int)slab.capacity()];
        slab.getBytes(0, slabBytes, 0, slabBytes.length);
        return int64 + " " + int32 + " " + index + " " + flag + " " + inner.count + Arrays.toString(slabBytes) +
            Arrays.toString(longs) + Arrays.toString(ints) + Arrays.toString(flags) + Arrays.toString(bytes);
    }

    /** The part. */
    static final class Inner implements Stateful
    {
        long count;

        @Override
        public void exchange(final StateExchange state)
        {
            count = state.int64("count", count);
        }
    }
}

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
package io.packetflow.layout.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class SlabTest
{
    private static final long SEED = 0x51ABL;

    @Test
    void shouldReadBackWhatWasWrittenInEitherByteOrder()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(64, 64);

            slab.putLong(0, 0x0102030405060708L);
            slab.putIntBigEndian(8, 0x0A0B0C0D);
            slab.putShortBigEndian(12, 0xFEFF);

            assertThat(slab.getLongBigEndian(0)).isEqualTo(0x0807060504030201L);
            assertThat(slab.getByte(8)).isEqualTo((byte)0x0A);
            assertThat(slab.getIntBigEndian(8)).isEqualTo(0x0A0B0C0D);
            assertThat(slab.getShortBigEndian(12)).isEqualTo(0xFEFF);
        }
    }

    @Test
    void shouldRefuseAnAccessOutsideTheSlab()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(64, 64);

            assertThatThrownBy(() -> slab.getLong(57))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("outside the slab: offset=57 length=8 capacity=64");
            assertThatThrownBy(() -> slab.putByte(-1, (byte)0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> slab.fill(Long.MAX_VALUE, Long.MAX_VALUE, (byte)1))
                .as("offset and length that wrap around")
                .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> slab.fill(0, -1, (byte)1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> slab.putBytes(0, new byte[4], 1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> slab.getBytes(0, new byte[4], 1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldHoldWhatAByteBufferHolds()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final ByteBuffer expected = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(256, 8);
            for (int round = 0; round < 20_000; round++)
            {
                write(slab, expected, random.nextInt(256 - 7), random);
                final int at = random.nextInt(256 - 7);
                final String reproduction = "seed=" + SEED + " round=" + round;
                assertThat(slab.getByte(at)).as(reproduction).isEqualTo(expected.get(at));
                assertThat(slab.getShort(at)).as(reproduction).isEqualTo(expected.getShort(at));
                assertThat(slab.getInt(at)).as(reproduction).isEqualTo(expected.getInt(at));
                assertThat(slab.getLong(at)).as(reproduction).isEqualTo(expected.getLong(at));
                expected.order(ByteOrder.BIG_ENDIAN);
                assertThat(slab.getShortBigEndian(at)).as(reproduction).isEqualTo(expected.getShort(at) & 0xFFFF);
                assertThat(slab.getIntBigEndian(at)).as(reproduction).isEqualTo(expected.getInt(at));
                assertThat(slab.getLongBigEndian(at)).as(reproduction).isEqualTo(expected.getLong(at));
                expected.order(ByteOrder.LITTLE_ENDIAN);
            }
        }
    }

    @Test
    void shouldCopyWholeArrays()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(64, 8);
            final long[] longs = new long[2];
            final int[] ints = new int[2];

            slab.putLongs(8, new long[]{ 7, -9 });
            slab.putInts(24, new int[]{ 5, -3 });
            slab.putFlags(32, new boolean[]{ true, false, true });
            slab.getLongs(8, longs);
            slab.getInts(24, ints);

            assertThat(longs).containsExactly(7, -9);
            assertThat(ints).containsExactly(5, -3);
            assertThat(slab.getLong(32)).isEqualTo(0x010001);
            assertThat(slab.getLong(0)).isZero();
            assertThatThrownBy(() -> slab.putLongs(56, longs)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> slab.getInts(60, ints)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldReadOrderedWhatWasWrittenOrdered()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(64, 64);

            slab.putLongRelease(8, 1L);
            slab.putLongVolatile(16, 2L);

            assertThat(slab.getLongAcquire(8)).isEqualTo(1L);
            assertThat(slab.getLongVolatile(16)).isEqualTo(2L);
            assertThat(slab.compareAndSetLong(16, 3L, 4L)).isFalse();
            assertThat(slab.compareAndSetLong(16, 2L, 4L)).isTrue();
            assertThat(slab.getLong(16)).isEqualTo(4L);
        }
    }

    @Test
    void shouldCopyBetweenSlabsAndArraysAndWithinItself()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab source = arena.allocate(64, 8);
            final Slab target = arena.allocate(64, 8);
            source.putBytes(3, new byte[]{ 9, 1, 2, 3, 4, 9 }, 1, 4);

            target.copyFrom(10, source, 3, 4);
            target.copyFrom(12, target, 10, 4);

            final byte[] copied = new byte[8];
            target.getBytes(10, copied, 1, 6);
            assertThat(copied).as("overlapping ranges are copied as if through a third").containsExactly(
                0, 1, 2, 1, 2, 3, 4, 0);
        }
    }

    private static void write(
        final Slab slab, final ByteBuffer expected, final int at, final SplittableRandom random)
    {
        final long value = random.nextLong();
        switch (random.nextInt(7))
        {
            case 0 ->
            {
                slab.putByte(at, (byte)value);
                expected.put(at, (byte)value);
            }
            case 1 ->
            {
                slab.putShort(at, (short)value);
                expected.putShort(at, (short)value);
            }
            case 2 ->
            {
                slab.putInt(at, (int)value);
                expected.putInt(at, (int)value);
            }
            case 3 ->
            {
                slab.putLong(at, value);
                expected.putLong(at, value);
            }
            case 4 ->
            {
                slab.putShortBigEndian(at, (int)value);
                expected.putShort(at, Short.reverseBytes((short)value));
            }
            case 5 ->
            {
                slab.putIntBigEndian(at, (int)value);
                expected.putInt(at, Integer.reverseBytes((int)value));
            }
            default ->
            {
                slab.putLongBigEndian(at, value);
                expected.putLong(at, Long.reverseBytes(value));
            }
        }
    }

    @Test
    void shouldRefuseAnAccessAfterTheArenaIsClosed()
    {
        final Arena arena = new Arena(HugePages.OFF);
        final Slab slab = arena.allocate(64, 64);

        arena.close();

        assertThatThrownBy(() -> slab.getLong(0))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("the arena of this slab is closed");
    }

    @Test
    void shouldRefuseAnOrderedAccessThatIsNotAligned()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(64, 64);

            assertThatThrownBy(() -> slab.putLongRelease(4, 1L))
                .hasMessage("an ordered access must be aligned to 8: offset=4");
        }
    }
}

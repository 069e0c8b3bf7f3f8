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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ArenaTest
{
    private static final long SEED = 0xA7E4AL;
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void shouldAlignAndZeroBlocksOfAnySizeWithoutOverlap()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab[] slabs = new Slab[300];
            for (int i = 0; i < slabs.length; i++)
            {
                final long alignment = 1L << random.nextInt(17);
                slabs[i] = arena.allocate(random.nextLong(1, 5_000), alignment);
                final String reproduction = "seed=" + SEED + " block=" + i;
                assertThat(slabs[i].address() % alignment).as(reproduction).isZero();
                assertThat(sumOfBytes(slabs[i])).as("zeroed and not another's, " + reproduction).isZero();
                slabs[i].fill(0, slabs[i].capacity(), (byte)1);
            }
            for (final Slab slab : slabs)
            {
                assertThat(sumOfBytes(slab)).as("seed=%d", SEED).isEqualTo(slab.capacity());
            }
        }
    }

    @Test
    void shouldCountWhatItHoldsUntilItIsClosed()
    {
        final Arena arena = new Arena(HugePages.OFF);
        arena.allocate(100, 64);
        arena.allocate(24, 64);
        assertThat(arena.allocatedBytes()).isEqualTo(104 + 24);
        assertThat(arena.isClosed()).isFalse();

        arena.close();
        arena.close();

        assertThat(arena.isClosed()).isTrue();
        assertThat(arena.allocatedBytes()).isZero();
        assertThatThrownBy(() -> arena.allocate(8, 8))
            .isInstanceOf(IllegalStateException.class).hasMessage("the arena is closed");
    }

    @Test
    void shouldGiveTheMemoryBackWhenClosed() throws IOException
    {
        final Path status = Path.of("/proc/self/status");
        assumeTrue(Files.isReadable(status), "this host has no /proc/self/status to ask");
        final long blockBytes = 128 * MEGABYTE;
        final Arena arena = new Arena(HugePages.OFF);

        arena.allocate(blockBytes, 64);
        final long openBytes = residentBytes(status);
        arena.close();
        final long closedBytes = residentBytes(status);

        assertThat(openBytes).as("every page was touched").isGreaterThan(blockBytes);
        assertThat(openBytes - closedBytes).as("given back at once").isGreaterThan(blockBytes / 2);
    }

    @Test
    void shouldRefuseSizesAndAlignmentsOutOfRange()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            assertThatThrownBy(() -> arena.allocate(0, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a block holds 1 to 17592186044416 bytes: bytes=0");
            assertThatThrownBy(() -> arena.allocate(Long.MAX_VALUE, 8))
                .hasMessage("a block holds 1 to 17592186044416 bytes: bytes=9223372036854775807");
            assertThatThrownBy(() -> arena.allocate(8, 24))
                .hasMessage("an alignment is a power of two, at most 1073741824: alignment=24");
            assertThatThrownBy(() -> arena.allocate(8, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> arena.allocate(8, Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
            assertThat(arena.allocatedBytes()).isZero();
        }
    }

    private static long sumOfBytes(final Slab slab)
    {
        long sum = 0;
        for (long offset = 0; offset < slab.capacity(); offset++)
        {
            sum += slab.getByte(offset);
        }
        return sum;
    }

    private static long residentBytes(final Path status) throws IOException
    {
        return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
            .sum();
    }
}

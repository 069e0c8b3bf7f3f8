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
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HugePagesTest
{
    private static final long BLOCK_BYTES = 2 * Arena.HUGE_PAGE_BYTES;

    @TempDir
    private Path directory;

    @Test
    void shouldAskOnlyForLargeBlocksAndAlignThem()
    {
        final FakeHost host = new FakeHost(null, BLOCK_BYTES);
        try (Arena arena = new Arena(HugePages.WHERE_GRANTED, host))
        {
            arena.allocate(4096, 64);
            final Slab large = arena.allocate(BLOCK_BYTES - 1, 64);

            assertThat(host.advised).containsExactly(large.address());
            assertThat(large.address() % Arena.HUGE_PAGE_BYTES).isZero();
            assertThat(arena.hugePageBytes()).isEqualTo(BLOCK_BYTES);
            assertThat(arena.hugePageReport()).isEqualTo(new HugePageReport(
                HugePages.WHERE_GRANTED, 4096 + BLOCK_BYTES, BLOCK_BYTES, BLOCK_BYTES, null));
        }
    }

    @Test
    void shouldNotAskAtAllWhereOff()
    {
        final FakeHost host = new FakeHost(null, BLOCK_BYTES);
        try (Arena arena = new Arena(HugePages.OFF, host))
        {
            arena.allocate(BLOCK_BYTES, 64);

            assertThat(host.advised).isEmpty();
            assertThat(arena.hugePageReport().print())
                .isEqualTo("huge pages OFF: 4194304 bytes allocated, 0 advised, 0 on huge pages");
        }
    }

    @Test
    void shouldGoOnWithOrdinaryPagesAndSayWhyTheHostRefused()
    {
        try (Arena arena = new Arena(HugePages.WHERE_GRANTED, new FakeHost("it says never", 0)))
        {
            final Slab slab = arena.allocate(BLOCK_BYTES, 64);

            slab.putLong(BLOCK_BYTES - 8, 1);
            assertThat(arena.hugePageBytes()).isZero();
            assertThat(arena.hugePageReport().print()).isEqualTo("huge pages WHERE_GRANTED: 4194304 bytes allocated, " +
                "0 advised, 0 on huge pages; refused: it says never");
        }
    }

    @Test
    void shouldRefuseTheBlockWhereHugePagesAreRequiredAndNotGranted()
    {
        assertRefused(new FakeHost("it says never", 0),
            "huge pages are required but the host refused: it says never");
        assertRefused(new FakeHost(null, Arena.HUGE_PAGE_BYTES),
            "huge pages are required but the host gave them to only 2097152 of 4194304 bytes: its free memory is " +
            "short or fragmented; as root, echo 1 > /proc/sys/vm/compact_memory may help");
        assertRefused(new FakeHost(null, HugePageReport.UNKNOWN),
            "huge pages are required but the host does not say whether it gave them: smaps cannot be read");
    }

    @Test
    void shouldSayWhenTheHostDoesNotTell()
    {
        try (Arena arena = new Arena(HugePages.WHERE_GRANTED, new FakeHost(null, HugePageReport.UNKNOWN)))
        {
            arena.allocate(BLOCK_BYTES, 64);

            assertThat(arena.hugePageReport().print()).isEqualTo("huge pages WHERE_GRANTED: 4194304 bytes allocated, " +
                "4194304 advised, an unknown number on huge pages");
        }
    }

    @Test
    void shouldReadWhyTheHostRefuses() throws IOException
    {
        final Path enabled = directory.resolve("enabled");
        final Path absent = directory.resolve("absent");
        Files.writeString(enabled, "always madvise [never]\n");

        assertThat(new LinuxHugePages(enabled, absent).advise(0, 0)).isEqualTo(enabled + " says never");
        assertThat(new LinuxHugePages(absent, absent).advise(0, 0))
            .isEqualTo(absent + " cannot be read, so this host grants no transparent huge pages");
        assertThat(new LinuxHugePages(absent, absent).backedBytes(List.of())).isEqualTo(HugePageReport.UNKNOWN);
    }

    @Test
    void shouldSayWhyMadviseFailed() throws IOException
    {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "madvise is a call of Linux");
        final Path enabled = directory.resolve("enabled");
        Files.writeString(enabled, "always [madvise] never\n");

        assertThat(new LinuxHugePages(enabled, enabled).advise(1, 4096))
            .as("an address that is not aligned").isEqualTo("madvise failed, errno 22");
    }

    @Test
    void shouldLieOnHugePagesWhereThisHostGrantsThem()
    {
        try (Arena arena = new Arena(HugePages.WHERE_GRANTED))
        {
            arena.allocate(4 * BLOCK_BYTES, 64);
            final HugePageReport report = arena.hugePageReport();
            assumeTrue(report.advisedBytes() > 0, report.print());

            assertThat(report.backedBytes()).as(report.print()).isLessThanOrEqualTo(report.advisedBytes());
            assertThat(report.backedBytes() % Arena.HUGE_PAGE_BYTES).as(report.print()).isZero();
        }
    }

    @Test
    void shouldCountHugePagesOfTheMappingsThatHoldTheBlocks()
    {
        final long mega = 1024 * 1024;
        final List<String> smaps = List.of(
            "100000000-100400000 rw-p 00000000 00:00 0 ",
            "Size:               4096 kB",
            "AnonHugePages:      4096 kB",
            "VmFlags: rd wr mr mw me ac hg",
            "200000000-200800000 rw-p 00000000 00:00 0 ",
            "AnonHugePages:      2048 kB",
            "300000000-300400000 rw-p 00000000 00:00 0 [heap]",
            "AnonHugePages:      4096 kB",
            "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]",
            "AnonHugePages:         0 kB");

        assertThat(SmapsReader.backedBytes(smaps, List.of(block(0x100000000L, 4 * mega)))).isEqualTo(4 * mega);
        assertThat(SmapsReader.backedBytes(smaps, List.of(block(0x100200000L, 2 * mega))))
            .as("only the block's part").isEqualTo(2 * mega);
        assertThat(SmapsReader.backedBytes(smaps, List.of(block(0x200000000L, 8 * mega))))
            .as("only what came").isEqualTo(2 * mega);
        assertThat(SmapsReader.backedBytes(
            smaps, List.of(block(0x100000000L, 2 * mega), block(0x100200000L, 2 * mega), block(0x200000000L, mega))))
            .as("several blocks, two in one mapping").isEqualTo(5 * mega);
        assertThat(SmapsReader.backedBytes(smaps, List.of(block(0x400000000L, mega)))).isZero();
    }

    private static Arena.Block block(final long address, final long size)
    {
        return new Arena.Block(address, address, size);
    }

    private static void assertRefused(final FakeHost host, final String message)
    {
        try (Arena arena = new Arena(HugePages.REQUIRED, host))
        {
            assertThatThrownBy(() -> arena.allocate(BLOCK_BYTES, 64))
                .isInstanceOf(IllegalStateException.class).hasMessage(message);
            assertThat(arena.allocatedBytes()).as("the refused block is freed").isZero();
            assertThat(arena.hugePageBytes()).isZero();
        }
    }

    private static final class FakeHost implements HugePageHost
    {
        private final List<Long> advised = new ArrayList<>();
        private final String refusal;
        private final long backedBytes;

        private FakeHost(final String refusal, final long backedBytes)
        {
            this.refusal = refusal;
            this.backedBytes = backedBytes;
        }

        @Override
        public String advise(final long address, final long length)
        {
            advised.add(address);
            return refusal;
        }

        @Override
        public long backedBytes(final List<Arena.Block> blocks)
        {
            return backedBytes;
        }
    }
}

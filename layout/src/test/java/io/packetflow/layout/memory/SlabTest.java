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

import org.junit.jupiter.api.Test;

class SlabTest
{
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

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
package io.packetflow.ringbuffers.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotRingSpecTest
{
    @Test
    void shouldDescribeARingForOneProducerUnlessToldOtherwise()
    {
        final SlotRingSpec spec = SlotRingSpec.of("orders", 1024, 128);

        assertThat(spec.producerMode()).isEqualTo(ProducerMode.SINGLE);
        assertThat(spec.publication()).isEqualTo(Publication.CURSOR);
        assertThat(spec.totalBytes()).isEqualTo(131_072);
        assertThat(spec.withPublication(Publication.IN_SLOT).withSequenceWordOffset(56).sequenceWordOffset())
            .isEqualTo(56);
    }

    @Test
    void shouldCreateTheRingThatItDescribes()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final SlotRingSpec spec = SlotRingSpec.of("orders", 16, 128);

            final SlotRing cursor = spec.create(arena);
            final SlotRing inSlot = spec.withPublication(Publication.IN_SLOT)
                .withProducerMode(ProducerMode.MULTI).create(arena);

            assertThat(cursor).hasToString(
                "CursorSlotRing{name=orders capacity=16 strideBytes=128 producerMode=SINGLE}");
            assertThat(inSlot).hasToString("InSlotRing{name=orders capacity=16 strideBytes=128 producerMode=MULTI}");
            assertThat(arena.allocatedBytes()).isEqualTo(2L * spec.totalBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3, 1000, Integer.MIN_VALUE})
    void shouldRefuseACapacityThatIsNoPowerOfTwo(final int capacity)
    {
        assertThatThrownBy(() -> SlotRingSpec.of("orders", capacity, 64))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a ring's capacity is a power of two: capacity=" + capacity + " name=orders");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -64, 63, 65, 96})
    void shouldRefuseAStrideThatSplitsCacheLines(final int strideBytes)
    {
        assertThatThrownBy(() -> SlotRingSpec.of("orders", 8, strideBytes))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a slot's stride is a multiple of 64 bytes: strideBytes=" + strideBytes + " name=orders");
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, 4, 60, 64, 1 << 20})
    void shouldRefuseASequenceWordOutsideItsSlot(final int offset)
    {
        final SlotRingSpec spec = SlotRingSpec.of("orders", 8, 64);

        assertThatThrownBy(() -> spec.withSequenceWordOffset(offset))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a sequence word is aligned to 8 bytes and lies inside its slot: sequenceWordOffset=" +
                offset + " strideBytes=64 name=orders");
    }

    @ParameterizedTest
    @CsvSource({"33554432, 64", "1048576, 2048", "1073741824, 1048576"})
    void shouldRefuseARingOfTwoGibibytes(final int capacity, final int strideBytes)
    {
        assertThatThrownBy(() -> SlotRingSpec.of("orders", capacity, strideBytes))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a ring stays under 2 GiB, so that an int addresses its bytes; use fewer or narrower slots: " +
                "totalBytes=" + (long)capacity * strideBytes + " capacity=" + capacity + " strideBytes=" +
                strideBytes + " name=orders");
    }

    @Test
    void shouldRefuseWhatIsMissing()
    {
        assertThatThrownBy(() -> SlotRingSpec.of(" ", 8, 64)).hasMessage("a ring needs a name: name= ");
        assertThatThrownBy(() -> SlotRingSpec.of(null, 8, 64)).hasMessage("a ring needs a name: name=null");
        assertThatThrownBy(() -> SlotRingSpec.of("orders", 8, 64).withProducerMode(null))
            .hasMessage("a ring needs a producer mode: producerMode=null");
        assertThatThrownBy(() -> SlotRingSpec.of("orders", 8, 64).withPublication(null))
            .hasMessage("a ring needs a place of publication: publication=null");
    }
}

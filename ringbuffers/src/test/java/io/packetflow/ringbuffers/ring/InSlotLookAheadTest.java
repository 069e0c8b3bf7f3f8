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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.Test;

class InSlotLookAheadTest
{
    @Test
    void shouldLookAtABoundedNumberOfSlotsInEachCall()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final SlotRing ring = SlotRingSpec.of("ring", 1024, 64).withPublication(Publication.IN_SLOT).create(arena);
            final SlotConsumer consumer = ring.newConsumer("consumer");
            ring.gateOn(consumer);
            ring.publish(0, ring.tryClaim(1024));

            assertThat(consumer.available()).isEqualTo(InSlotConsumer.LOOK_AHEAD - 1);
            assertThat(consumer.available()).isEqualTo(InSlotConsumer.LOOK_AHEAD - 1);
            consumer.complete(9);

            assertThat(consumer.available()).isEqualTo(InSlotConsumer.LOOK_AHEAD + 9);
            assertThat(ring.published()).isEqualTo(1023);
        }
    }
}

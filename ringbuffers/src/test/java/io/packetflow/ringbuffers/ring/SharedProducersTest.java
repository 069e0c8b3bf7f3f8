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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedProducersTest
{
    @ParameterizedTest
    @EnumSource(Publication.class)
    void shouldStopConsumersAtAHoleUntilItsProducerPublishes(final Publication publication)
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final SlotRing ring = SlotRingSpec.of("ring", 8, 64)
                .withProducerMode(ProducerMode.MULTI).withPublication(publication).create(arena);
            final SlotConsumer consumer = ring.newConsumer("consumer");
            ring.gateOn(consumer);
            for (int lap = 0; lap < 5; lap++)
            {
                final long low = 3L * lap;
                assertThat(ring.tryClaim(3)).isEqualTo(low + 2);

                ring.publish(low + 2);
                assertThat(consumer.available()).isEqualTo(low - 1);
                ring.publish(low);
                assertThat(consumer.available()).isEqualTo(low);
                assertThat(ring.published()).isEqualTo(low);
                ring.publish(low + 1);
                assertThat(consumer.available()).isEqualTo(low + 2);
                assertThat(ring.published()).isEqualTo(low + 2);
                consumer.complete(low + 2);
            }
        }
    }
}

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

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every kind of ring, for the tests that hold for all of them. */
final class RingCases
{
    private static final int[] CAPACITIES = {1, 2, 8, 128};

    private RingCases()
    {
    }

    static Stream<SlotRingSpec> all()
    {
        return IntStream.of(CAPACITIES).boxed().flatMap(RingCases::ofCapacity);
    }

    static Stream<SlotRingSpec> ofEight()
    {
        return ofCapacity(8);
    }

    static Stream<SlotRingSpec> ofTwoPublications()
    {
        return Stream.of(Publication.values()).map(place -> SlotRingSpec.of("ring", 8, 64).withPublication(place));
    }

    static Stream<SlotRingSpec> ofCapacity(final int capacity)
    {
        return Stream.of(Publication.values()).flatMap(place -> Stream.of(ProducerMode.values()).map(mode ->
            new SlotRingSpec("ring", capacity, 192, mode, place, 16)));
    }
}

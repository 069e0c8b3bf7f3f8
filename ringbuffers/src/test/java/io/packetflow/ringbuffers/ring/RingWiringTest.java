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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RingWiringTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final SlotRing ring = SlotRingSpec.of("orders", 8, 64).create(arena);

    @AfterEach
    void closeArena()
    {
        arena.close();
    }

    @Test
    void shouldRefuseToLeaveAConsumerThatCouldBeOverrun()
    {
        final SlotConsumer book = ring.newConsumer("book");
        ring.newConsumer("audit");
        final SlotConsumer risk = ring.newConsumer("risk", book);

        assertThatThrownBy(() -> ring.gateOn(risk)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a consumer could be overrun, gate on it or on one downstream of it: consumer=audit " +
                "ring=orders");
    }

    @Test
    void shouldRefuseToGateOnNobody()
    {
        assertThatThrownBy(ring::gateOn).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("claims wait for at least one consumer: count=0 ring=orders");
    }

    @Test
    void shouldRefuseAConsumerOfAnotherRing()
    {
        final SlotConsumer stranger = SlotRingSpec.of("other", 8, 64).create(arena).newConsumer("stranger");

        assertThatThrownBy(() -> ring.newConsumer("risk", stranger)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a consumer is of another ring: consumer=stranger ring=orders");
        assertThatThrownBy(() -> ring.gateOn(stranger)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a consumer is of another ring: consumer=stranger ring=orders");
        assertThatThrownBy(() -> ring.newConsumer("risk", (SlotConsumer)null))
            .hasMessage("a consumer is of another ring: consumer=null ring=orders");
    }

    @Test
    void shouldRefuseANameThatIsBlankOrTaken()
    {
        ring.newConsumer("book");

        assertThatThrownBy(() -> ring.newConsumer("")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a consumer needs a name: consumer= ring=orders");
        assertThatThrownBy(() -> ring.newConsumer("book")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a consumer's name is taken: consumer=book ring=orders");
    }

    @Test
    void shouldRefuseToChangeAWiredRing()
    {
        final SlotConsumer book = ring.newConsumer("book");
        ring.gateOn(book);

        assertThatThrownBy(() -> ring.gateOn(book)).isInstanceOf(IllegalStateException.class)
            .hasMessage("claims are gated before the ring is wired, gateOn comes once and last: ring=orders");
        assertThatThrownBy(() -> ring.newConsumer("late")).isInstanceOf(IllegalStateException.class)
            .hasMessage("a consumer is added before the ring is wired, gateOn comes once and last: ring=orders");
    }

    @ParameterizedTest
    @MethodSource("io.packetflow.ringbuffers.ring.RingCases#ofEight")
    void shouldRefuseToWireARingThatIsInUse(final SlotRingSpec spec)
    {
        final SlotRing used = spec.create(arena);
        final SlotConsumer book = used.newConsumer("book");
        assertThat(used.tryClaim()).isZero();

        assertThatThrownBy(() -> used.gateOn(book)).isInstanceOf(IllegalStateException.class)
            .hasMessage("claims are gated before the first claim: claimed=1 ring=ring");
        assertThatThrownBy(() -> used.newConsumer("late")).isInstanceOf(IllegalStateException.class)
            .hasMessage("a consumer is added before the first claim: claimed=1 ring=ring");
    }
}

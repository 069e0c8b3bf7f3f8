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
package io.packetflow.engine.analysis.order;

import static io.packetflow.engine.fixture.AnalysisStructures.covalent;
import static io.packetflow.engine.fixture.AnalysisStructures.ionic;
import static io.packetflow.engine.fixture.AnalysisStructures.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CausalOrderTest
{
    private final CausalOrder diamond = CausalOrder.of(plain("head left right join",
        ionic("head", "left"), ionic("head", "right"), ionic("left", "join"), ionic("right", "join")));

    @Test
    void bondsOrderWhatAPathJoinsAndNothingElse()
    {
        assertThat(diamond.packets()).containsExactly("head", "left", "right", "join");
        assertThat(diamond.precedes("head", "join")).isTrue();
        assertThat(diamond.precedes("join", "head")).isFalse();
        assertThat(diamond.isOrdered("left", "right")).isFalse();
        assertThat(diamond.isOrdered("join", "left")).isTrue();
        assertThat(diamond.ancestors("join")).containsExactly("head", "left", "right");
        assertThat(diamond.sources()).containsExactly("head");
        assertThat(diamond.sinks()).containsExactly("join");
        assertThat(diamond).hasToString("head; left after head; right after head; join after left, right");
    }

    @Test
    void theEvidenceForAnOrderIsAShortestPathOfBonds()
    {
        assertThat(diamond.path("head", "join")).containsExactly("head", "left", "join");
        assertThat(diamond.path("left", "right")).isEmpty();
    }

    @Test
    void covalentPacketsAndWhatLiesBetweenThemAreOneUnit()
    {
        final CausalOrder order = CausalOrder.of(plain("a b c d", ionic("a", "b"), ionic("b", "c"), ionic("c", "d"),
            covalent("b", "d", "book")));

        assertThat(order.units()).containsExactly(Set.of("a"), Set.of("b", "c", "d"));
        assertThat(order.isOrdered("b", "c")).isTrue();
    }

    @Test
    void aCycleIsRefusedWithItsPackets()
    {
        assertThatThrownBy(() -> CausalOrder.of(plain("a b", ionic("a", "b"), ionic("b", "a"))))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the ionic bonds of M order nothing, they form a cycle: a -> b -> a; " +
                "remove one of these bonds");
    }

    @Test
    void anUnknownPacketIsNamed()
    {
        assertThatThrownBy(() -> diamond.precedes("head", "tail")).hasMessage("the molecule has no packet tail");
        assertThat(List.of(diamond.has("head"), diamond.has("tail"))).containsExactly(true, false);
    }
}

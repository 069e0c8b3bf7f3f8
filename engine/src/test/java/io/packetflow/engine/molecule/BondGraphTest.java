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
package io.packetflow.engine.molecule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import io.packetflow.engine.fixture.Scripted;

import org.junit.jupiter.api.Test;

class BondGraphTest
{
    /** Composed in another order than the bonds say. */
    private final Molecule.Builder molecule = Molecule.named("M")
        .resource("r", Object.class, arena -> "").resource("s", Object.class, arena -> "");

    @Test
    void shouldOrderByBondsAndThenByComposition()
    {
        compose("e", "d", "c", "b", "a").ionic("a", "c", "e").ionic("b", "d");

        assertThat(graph().order()).containsExactly("b", "d", "a", "c", "e");
    }

    @Test
    void shouldAnswerAncestorsAndDescendantsInCompositionOrder()
    {
        compose("e", "d", "c", "b", "a", "lonely").ionic("a", "c", "e").ionic("b", "c", "d");

        assertThat(graph().ancestors("e")).containsExactly("c", "b", "a");
        assertThat(graph().descendants("b")).containsExactly("e", "d", "c");
        assertThat(graph().predecessors("c")).containsExactly("b", "a");
        assertThat(graph().ancestors("lonely")).isEmpty();
        assertThat(graph().descendants("lonely")).isEmpty();
    }

    @Test
    void shouldAnswerWhoseStopSeveralPacketsHeed()
    {
        compose("a", "b", "c", "d", "e").ionic("a", "b", "c").ionic("b", "d").ionic("e", "d");

        assertThat(graph().commonAncestors(List.of("c", "d"))).containsExactly("a", "b");
        assertThat(graph().commonAncestors(List.of("d"))).containsExactly("a", "b", "e");
        assertThat(graph().commonAncestors(List.of("c", "e"))).isEmpty();
        assertThat(graph().commonAncestors(List.of())).isEmpty();
    }

    @Test
    void shouldFindNoCycleWhereThereIsNone()
    {
        compose("a", "b", "c").ionic("a", "b", "c").ionic("a", "c");

        assertThat(graph().ionicCycle()).isEmpty();
    }

    @Test
    void shouldPutLonelyPacketsIntoStagesOfTheirOwn()
    {
        compose("c", "b", "a").ionic("a", "b");

        assertThat(graph().stages()).containsExactly(Set.of("c"), Set.of("a"), Set.of("b"));
    }

    @Test
    void shouldPutCovalentPacketsAndAllBetweenThemIntoOneStage()
    {
        compose("before", "first:r", "between", "beside", "last:r", "after")
            .ionic("before", "first", "between", "last", "after").ionic("first", "beside", "after")
            .covalent("first", "last", "r");

        assertThat(graph().stages()).containsExactly(
            Set.of("before"), Set.of("first", "between", "last"), Set.of("beside"), Set.of("after"));
    }

    @Test
    void shouldChainCovalentBonds()
    {
        compose("a:r", "b:rs", "c", "d:s").covalent("a", "b", "r").covalent("b", "d", "s");

        assertThat(graph().stages()).containsExactly(Set.of("a", "b", "d"), Set.of("c"));
    }

    @Test
    void shouldMergeStagesThatWaitForEachOther()
    {
        compose("a:r", "b:r", "c:s", "d:s").covalent("a", "b", "r").covalent("c", "d", "s")
            .ionic("a", "c").ionic("d", "b");

        assertThat(graph().stages()).containsExactly(Set.of("a", "b", "c", "d"));
    }

    @Test
    void shouldOrderStagesByTheirFirstPacket()
    {
        compose("d:r", "c", "b", "a:r").covalent("a", "d", "r");

        assertThat(graph().stages()).containsExactly(Set.of("d", "a"), Set.of("c"), Set.of("b"));
    }

    /** Composes packets; the resources that one uses stand behind a colon. */
    private Molecule.Builder compose(final String... packets)
    {
        for (final String packet : packets)
        {
            final String[] parts = packet.split(":", 2);
            final Packet.Builder builder = Scripted.idle(parts[0]);
            if (parts.length > 1)
            {
                parts[1].chars().forEach(resource -> builder.uses(Character.toString(resource)));
            }
            molecule.packet(builder.build());
        }
        return molecule;
    }

    private BondGraph graph()
    {
        return new BondGraph(molecule.build());
    }
}

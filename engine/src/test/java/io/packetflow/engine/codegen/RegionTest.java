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
package io.packetflow.engine.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.packetflow.engine.fixture.Heavy;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

class RegionTest
{
    private final InlineEstimate estimate = new InlineEstimate(getClass().getClassLoader());

    private final Molecule molecule = Molecule.named("M")
        .packet(Scripted.idle("light").build())
        .packet(Heavy.packet("heavy").build()).packet(Heavy.packet("heavier").build())
        .packet(ScriptedOutput.idle("send").build())
        .ionic("light", "heavy", "heavier", "send").build();

    @Test
    void shouldKeepAStageTogetherThatFitsIntoOneCompilation()
    {
        assertThat(Region.split(molecule, List.of("light", "heavy", "send"))).hasSize(1);
    }

    @Test
    void shouldSplitAStageThatDoesNot()
    {
        final List<Region> regions = Region.split(molecule, List.of("light", "heavy", "heavier", "send"));

        assertThat(regions.stream().map(Region::packets))
            .containsExactly(List.of("light", "heavy"), List.of("heavier", "send"));
        assertThat(regions).allMatch(region -> region.estimateBytes() <= Region.BUDGET_BYTES);
    }

    @Test
    void shouldCallARegionThatAStopBeforeItSkips()
    {
        final List<Region> regions = Region.split(molecule, List.of("light", "heavy", "heavier", "send"));

        assertThat(regions.get(1).commonStoppers(new BondGraph(molecule))).containsExactly("heavy", "light");
        assertThat(regions.get(0).commonStoppers(new BondGraph(molecule))).isEmpty();
    }

    @Test
    void shouldWeighWhatTheCompilerWouldInline()
    {
        final int light = estimate.of(Scripted.class, "onInstance", "()I");
        final int heavy = estimate.of(Heavy.class, "onInstance", "()I");

        assertThat(light).isBetween(5, 50);
        assertThat(heavy).isBetween(Region.BUDGET_BYTES / 2, Region.BUDGET_BYTES);
        assertThat(estimate.of(Heavy.class, "recursive", "(I)I")).isBetween(5, 50);
        assertThat(estimate.of(Heavy.class, "absent", "()V")).isEqualTo(5);
    }

    @Test
    void shouldSetABitForEachPacketInItsOrderOfComposition()
    {
        assertThat(PacketBits.of(molecule, List.of("heavy", "send"))).isEqualTo(0b1010);
        assertThat(PacketBits.of(molecule, List.of())).isZero();
        assertThat(PacketBits.text(0b1010)).isEqualTo("0xaL");
        assertThat(PacketBits.text(1L << 62)).isEqualTo("0x4000000000000000L");
    }

    @Test
    void shouldGiveTheLastOfManyPacketsTheHighestBit()
    {
        final Molecule.Builder many = Molecule.named("Many");
        for (int i = 0; i < 63; i++)
        {
            many.packet(Scripted.idle("p" + i, Element.LOOP).build());
        }

        assertThat(PacketBits.of(many.build(), List.of("p62"))).isEqualTo(1L << 62);
    }
}

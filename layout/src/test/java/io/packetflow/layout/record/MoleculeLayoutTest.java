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
package io.packetflow.layout.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class MoleculeLayoutTest
{
    private static final List<AreaSpec> AREAS = List.of(
        area("header", 32, 0), area("market", 44, 0), area("trader", 24, 0), area("risk", 40, 7), area("big", 170, 7));

    @Test
    void shouldPackOneWriterTightlyAndStartTheNextOnItsOwnPairOfLines()
    {
        final MoleculeLayout layout = MoleculeLayoutPlanner.plan("TradingEngine", AREAS);

        assertThat(layout.offset("header")).isZero();
        assertThat(layout.offset("trader")).as("fills the header's line").isEqualTo(32);
        assertThat(layout.offset("market")).as("would straddle two lines").isEqualTo(64);
        assertThat(layout.offset("risk")).as("another writer").isEqualTo(128);
        assertThat(layout.offset("big")).isEqualTo(192);
        assertThat(layout.strideBytes()).isEqualTo(384);
        assertThat(layout.alignmentBytes()).isEqualTo(128);
        assertThat(layout.writers()).containsExactly(0, 7);
        assertThat(layout.bytesPerArea()).isEqualTo(77);
        assertThat(layout.paddingBytes()).isEqualTo(384 - 32 - 44 - 24 - 40 - 170);
        assertThat(layout.area("risk").writer()).isEqualTo(7);
    }

    @Test
    void shouldLetAnAreaStraddleWhereAGapWouldLengthenTheSlot()
    {
        final MoleculeLayout layout = MoleculeLayoutPlanner.plan(
            "M", List.of(area("header", 40, 3), area("second", 40, 3), area("third", 48, 3)));

        assertThat(layout.areas()).extracting(PlacedArea::offset).containsExactly(0, 40, 80);
        assertThat(layout.strideBytes()).isEqualTo(128);
    }

    @Test
    void shouldNeedOnlyLinesForOneWriter()
    {
        final MoleculeLayout layout = MoleculeLayoutPlanner.plan("M", List.of(area("header", 20, 5)));

        assertThat(layout.strideBytes()).isEqualTo(64);
        assertThat(layout.alignmentBytes()).isEqualTo(64);
    }

    @Test
    void shouldWidenTheStrideForReplans()
    {
        final MoleculeLayout fused = MoleculeLayoutPlanner.plan("M", List.of(area("a", 100, 0), area("b", 70, 0)));
        final MoleculeLayout split = MoleculeLayoutPlanner.plan("M", List.of(area("a", 100, 0), area("b", 20, 1)));
        final int stride = MoleculeLayout.commonStrideBytes(List.of(fused, split));

        assertThat(fused.strideBytes()).isEqualTo(192);
        assertThat(stride).isEqualTo(256);
        assertThat(fused.withMinimumStride(stride).strideBytes()).isEqualTo(256);
        assertThat(split.withMinimumStride(stride).strideBytes()).isEqualTo(256);
        assertThat(split.withMinimumStride(257).strideBytes()).as("rounded up to pairs").isEqualTo(384);
        assertThat(fused.withMinimumStride(0)).isEqualTo(fused);
        assertThat(fused.withMinimumStride(stride).areas()).isEqualTo(fused.areas());
        assertThatThrownBy(() -> fused.withMinimumStride(-1))
            .hasMessage("a stride is 0 to 16777216 bytes: molecule=M minimum=-1");
    }

    @Test
    void shouldBeEqualAndHashByValue()
    {
        final MoleculeLayout layout = MoleculeLayoutPlanner.plan("TradingEngine", AREAS);
        final MoleculeLayout same = MoleculeLayoutPlanner.plan("TradingEngine", List.copyOf(AREAS));
        final MoleculeLayout renamed = MoleculeLayoutPlanner.plan("Trading", AREAS);
        final MoleculeLayout wider = layout.withMinimumStride(512);

        assertThat(same).isEqualTo(layout).hasSameHashCodeAs(layout);
        assertThat(same.hash()).isEqualTo(layout.hash());
        assertThat(List.of(renamed, wider)).allSatisfy(other ->
        {
            assertThat(other).isNotEqualTo(layout);
            assertThat(other.hash()).isNotEqualTo(layout.hash());
        });
    }

    @Test
    void shouldHashTheSameOnEveryRun()
    {
        final MoleculeLayout layout = MoleculeLayoutPlanner.plan("M", List.of(area("a", 8, 0)));

        assertThat(layout).hasToString("molecule M stride 64\narea a writer 0 offset 0 Area[8]{body:BYTES@0+8}\n");
        assertThat(layout.hash()).isEqualTo(0x27E4E1875FB9BB5EL);
    }

    @Test
    void shouldDrawTheSlotLineByLine()
    {
        final String picture = MoleculeLayoutPlanner.plan("TradingEngine", AREAS).print();

        assertThat(picture.lines().skip(1)).containsExactly(
            "offset  writer  8-byte words     padding  areas that begin here",
            "     0       0  A A A A B B B .        8  A header (32), B trader (24)",
            "    64       0  C C C C C c . .       20  C market (44)",
            "   128       7  D D D D D . . .       24  D risk (40)",
            "   192       7  E E E E E E E E        0  E big (170)",
            "   256       7  E E E E E E E E        0",
            "   320       7  E E E E E e . .       22",
            "(lower case: a word that is partly padding; dot: padding; pairs of lines begin at multiples of 128)");
        assertThat(picture).startsWith("TradingEngine: slot of 384 bytes, 5 areas, writers [0, 7], " +
            "77 bytes an area, 74 bytes padding, hash ");
    }

    @Test
    void shouldRefuseIllegalPlans()
    {
        assertThatThrownBy(() -> MoleculeLayoutPlanner.plan("M", List.of()))
            .hasMessage("a slot holds at least one area: molecule=M");
        assertThatThrownBy(() -> MoleculeLayoutPlanner.plan("M", List.of(area("a", 8, 0), area("a", 8, 1))))
            .hasMessage("molecule M has two areas named a");
        assertThatThrownBy(() -> area("a", 8, -1)).hasMessage("a writer is the id of a node: area=a writer=-1");
        assertThatThrownBy(() -> area("", 8, 0)).hasMessageContaining("an area is named with a letter");
        assertThatThrownBy(() -> MoleculeLayoutPlanner.plan("Trading Engine", AREAS))
            .hasMessageContaining("name=\"Trading Engine\"");
        final List<AreaSpec> tooLong = IntStream.range(0, 17)
            .mapToObj(i -> area("a" + i, 1 << 20, 0)).toList();
        assertThatThrownBy(() -> MoleculeLayoutPlanner.plan("M", tooLong))
            .hasMessage("a slot holds at most 16777216 bytes: molecule=M area=a15");
    }

    @Test
    void shouldSuggestTheAreaThatWasMeant()
    {
        final MoleculeLayout layout = MoleculeLayoutPlanner.plan("TradingEngine", AREAS);

        assertThatThrownBy(() -> layout.offset("Marked"))
            .hasMessage("molecule TradingEngine has no area Marked: did you mean market? " +
                "there are header, trader, market, risk, big");
    }

    private static AreaSpec area(final String name, final int size, final int writer)
    {
        return new AreaSpec(name, RecordLayout.named("Area").bytes("body", size).build(), writer);
    }
}

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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/** Random molecules over random writers; the byte map of two neighbouring slots is the judge. */
class MoleculeLayoutPlannerPropertyTest
{
    private static final long SEED = 0x5107L;
    private static final int ROUNDS = 2_000;
    private static final int NOBODY = -1;

    @Test
    void shouldNeverLetTwoWritersShareAPairOfLinesEvenAcrossNeighbouringSlots()
    {
        forEachRandomMolecule((areas, layout, reproduction) ->
        {
            final int[] writerByByte = writersOfTwoSlots(layout, reproduction);
            for (int pair = 0; pair < writerByByte.length; pair += MoleculeLayout.PAIR_BYTES)
            {
                final int end = Math.min(pair + MoleculeLayout.PAIR_BYTES, writerByByte.length);
                assertThat(Arrays.stream(writerByByte, pair, end).filter(writer -> writer != NOBODY).distinct().count())
                    .as(reproduction)
                    .isLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void shouldPlaceEveryAreaAlignedAndTheHeaderFirst()
    {
        forEachRandomMolecule((areas, layout, reproduction) ->
        {
            assertThat(layout.areas()).as(reproduction).extracting(PlacedArea::spec)
                .containsExactlyInAnyOrderElementsOf(areas);
            assertThat(layout.offset(areas.get(0).name())).as(reproduction).isZero();
            assertThat(layout.areas()).as(reproduction).allMatch(area -> area.offset() % 8 == 0);
            assertThat(layout.writers()).as(reproduction)
                .containsExactlyElementsOf(areas.stream().map(AreaSpec::writer).distinct().toList());
        });
    }

    @Test
    void shouldWasteLessThanALineOrAPairForEachWriter()
    {
        forEachRandomMolecule((areas, layout, reproduction) ->
        {
            final int granule = layout.writers().size() > 1 ? MoleculeLayout.PAIR_BYTES : MoleculeLayout.LINE_BYTES;
            int tightest = 0;
            for (final int writer : layout.writers())
            {
                final int tight = areas.stream().filter(area -> area.writer() == writer)
                    .mapToInt(area -> (area.layout().size() + 7) / 8 * 8).sum();
                tightest += (tight + granule - 1) / granule * granule;
                final List<PlacedArea> own = layout.areas().stream().filter(a -> a.writer() == writer).toList();
                final int extent = own.get(own.size() - 1).end() - own.get(0).offset();
                assertThat(extent - tight).as(reproduction).isLessThan(granule);
            }
            assertThat(layout.strideBytes()).as(reproduction).isEqualTo(tightest);
            assertThat(layout.strideBytes() % granule).as(reproduction).isZero();
        });
    }

    @Test
    void shouldPlanTheSameForTheSameInput()
    {
        forEachRandomMolecule((areas, layout, reproduction) ->
        {
            final MoleculeLayout again = MoleculeLayoutPlanner.plan(layout.name(), new ArrayList<>(areas));

            assertThat(again).as(reproduction).isEqualTo(layout);
            assertThat(again.hash()).as(reproduction).isEqualTo(layout.hash());
        });
    }

    @Test
    void shouldKeepWritersApartAlsoWithAWiderStride()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        forEachRandomMolecule((areas, layout, reproduction) ->
        {
            final MoleculeLayout wider = layout.withMinimumStride(layout.strideBytes() + random.nextInt(1, 300));

            assertThat(wider.strideBytes()).as(reproduction).isGreaterThan(layout.strideBytes());
            assertThat(wider.strideBytes() % layout.alignmentBytes()).as(reproduction).isZero();
            assertThat(wider.areas()).as(reproduction).isEqualTo(layout.areas());
        });
    }

    /** Marks each byte of two slots with its writer; an overlap fails. */
    private static int[] writersOfTwoSlots(final MoleculeLayout layout, final Supplier<String> reproduction)
    {
        final int[] writerByByte = new int[2 * layout.strideBytes()];
        Arrays.fill(writerByByte, NOBODY);
        for (int slot = 0; slot < 2; slot++)
        {
            for (final PlacedArea area : layout.areas())
            {
                final int start = slot * layout.strideBytes() + area.offset();
                assertThat(area.end()).as(reproduction).isLessThanOrEqualTo(layout.strideBytes());
                assertThat(Arrays.stream(writerByByte, start, start + area.size()).allMatch(w -> w == NOBODY))
                    .as(reproduction).isTrue();
                Arrays.fill(writerByByte, start, start + area.size(), area.writer());
            }
        }
        return writerByByte;
    }

    private static void forEachRandomMolecule(final Property property)
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++)
        {
            final List<AreaSpec> areas = randomAreas(random);
            final MoleculeLayout layout = MoleculeLayoutPlanner.plan("Random", areas);
            final String place = "seed=" + SEED + " round=" + round;
            property.check(areas, layout, () -> place + "\n" + layout.print());
        }
    }

    private static List<AreaSpec> randomAreas(final SplittableRandom random)
    {
        final int areaCount = random.nextInt(1, 25);
        final int writerCount = random.nextInt(1, 6);
        final List<AreaSpec> areas = new ArrayList<>();
        for (int i = 0; i < areaCount; i++)
        {
            final RecordLayout layout = random.nextInt(8) == 0 ?
                RecordLayout.named("Blob").bytes("blob", random.nextInt(1, 400)).build() :
                RecordLayoutTest.randomRecord("Random", random);
            areas.add(new AreaSpec("area" + i, layout, random.nextInt(writerCount)));
        }
        return areas;
    }

    @FunctionalInterface
    private interface Property
    {
        void check(List<AreaSpec> areas, MoleculeLayout layout, Supplier<String> reproduction);
    }
}

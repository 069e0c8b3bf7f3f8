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
package io.packetflow.engine.analysis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class RefinementTest
{
    private final MoleculeContract old = contract("old", Map.of("in", 16), "size > 0", "price >= 0");

    @Test
    void whatNeedsLessAndPromisesMoreMayTakeThePlace()
    {
        final MoleculeContract better = contract("better", Map.of("in", 16), "size >= 0", "price > 0 and side == 1");

        assertThat(Refinement.of(better, old)).hasToString("better refines old");
        assertThat(Refinement.of(old, old).holds()).isTrue();
    }

    @Test
    void everythingThatStandsAgainstItIsNamed()
    {
        final MoleculeContract worse =
            contract("worse", Map.of("in", 24), "size > 5 and side == 1", "price >= -1");

        assertThat(Refinement.of(worse, old)).hasToString("worse does not refine old: " +
            "its sources are {in=24} (payload bytes), not {in=16}; " +
            "it requires side == 1, where nothing of side was enough; " +
            "it requires size >= 6, where size >= 1 was enough; " +
            "it ensures price >= -1, where price >= 0 was promised");
    }

    @Test
    void aMoleculeMayComeBehindAnotherThatPromisesWhatItNeeds()
    {
        assertThat(contract("first", Map.of(), "x > 0", "size > 3").missingFor(old)).isEmpty();
        assertThat(contract("first", Map.of(), "x > 0", "size >= 0").missingFor(old))
            .extracting(MissingImplication::toString)
            .containsExactly("old requires size >= 1, but first ensures only size >= 0");
    }

    private static MoleculeContract contract(
        final String name, final Map<String, Integer> sources, final String requires, final String ensures)
    {
        return new MoleculeContract(
            name, sources, Map.of("out", 8), Conditions.parse(requires), Conditions.parse(ensures));
    }
}

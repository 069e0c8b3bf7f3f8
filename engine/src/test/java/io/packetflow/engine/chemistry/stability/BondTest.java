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
package io.packetflow.engine.chemistry.stability;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Sections 3.3.2 and 3.3.3, computed by hand. */
class BondTest
{
    private static final double EXACT = 1e-12;

    private final List<BondStrength> strengths = BondStrength.of(Structures.onOneNode(Structures.trading()));

    private static Dependency dependency(final Bond bond, final Constituent... packets)
    {
        final MolecularStructure structure =
            new MolecularStructure("Bonds", List.of(packets), List.of(bond), Map.of());
        return BondStrength.of(Structures.onOneNode(structure)).get(0).dependency();
    }

    @Test
    void shouldGiveEachDependencyTheCouplingFactorOfTheThesis()
    {
        assertThat(List.of(Dependency.values())).extracting(Dependency::couplingFactor)
            .containsExactly(1.0, 0.8, 0.6, 0.4, 0.2);
    }

    @Test
    void shouldTellWhichDependencyABondIs()
    {
        // Feed writes 200 bytes; Trader writes nothing and decides (CF); Journal writes nothing and does not (RM).
        assertThat(strengths).extracting(BondStrength::dependency).containsExactly(Dependency.DATA,
            Dependency.CONTROL, Dependency.DATA, Dependency.TEMPORAL, Dependency.RESOURCE, Dependency.ENVIRONMENTAL,
            Dependency.ENVIRONMENTAL);
    }

    @Test
    void shouldCallAMetallicBondControlWhereOneCoordinatesTheOther()
    {
        final Constituent gather = new Constituent(
            "gather", Element.GATHER, "", 0, List.of(), List.of("a", "b"), Map.of());
        final Constituent a = Constituent.of("a", Element.TRANSFORM);

        assertThat(dependency(Structures.metallic("a", "gather"), a, gather)).isEqualTo(Dependency.CONTROL);
        assertThat(dependency(Structures.metallic("a", "b"), a, Constituent.of("b", Element.TRANSFORM)))
            .isEqualTo(Dependency.ENVIRONMENTAL);
    }

    @Test
    void shouldComputeFrequencyFromRateAndFiringSharesOfBothEnds()
    {
        // 1M/s x 1 x 0.5 over 10M hops a second = 0.05; Trader to Risk 1M/s x 0.5 x 0.1 = 0.005.
        assertThat(strengths.get(0).frequency()).isCloseTo(0.05, within(EXACT));
        assertThat(strengths.get(1).frequency()).isCloseTo(0.005, within(EXACT));
    }

    @Test
    void shouldTakeFiringSharesAloneWhereNoRateIsDeclared()
    {
        final MolecularStructure trading = Structures.trading();
        final MolecularStructure undeclared = new MolecularStructure(
            trading.name(), trading.composition(), trading.bonds(), Map.of());
        final BondStrength first = BondStrength.of(Structures.onOneNode(undeclared)).get(0);

        assertThat(first.rateDeclared()).isFalse();
        assertThat(first.frequency()).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void shouldComputeCriticalityFromCorrectnessAndTheCriticalPath()
    {
        // Critical path Feed 40 + Trader 60 + Risk 50 + Output 30 = 180 ns. Journal to Output is strict: 1. Were it
        // not, its longest path is 10 + 30 = 40 ns: 40 / 180. Metallic 0.5, van der Waals 0.1.
        assertThat(strengths).extracting(BondStrength::criticality)
            .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.1);

        final MolecularStructure trading = Structures.trading();
        final List<Bond> loose = List.of(Structures.ionic("Feed", "Trader"), Structures.ionic("Trader", "Risk"),
            Structures.ionic("Risk", "Output"), Structures.ionic("Journal", "Output"));
        assertThat(BondStrength.of(Structures.onOneNode(trading.withBonds(loose))).get(3).criticality())
            .isCloseTo(40 / 180.0, within(EXACT));
    }

    @Test
    void shouldComputeStrengthAsCouplingTimesFrequencyTimesCriticality()
    {
        // 1 x .05 x 1, .8 x .005 x 1, 1 x .001 x 1, .6 x .01 x 1, .4 x .005 x 1, .2 x .01 x .5, .2 x .1 x .1
        final double[] expected = {0.05, 0.004, 0.001, 0.006, 0.002, 0.001, 0.002};
        for (int bond = 0; bond < expected.length; bond++)
        {
            assertThat(strengths.get(bond).strength()).as(strengths.get(bond).bond().toString())
                .isCloseTo(expected[bond], within(EXACT));
        }
    }

    @Test
    void shouldComputeBondEnergyFromSetupMaintenanceAndTeardown()
    {
        // Apart: hop 100. Feed's 200 bytes are 4 lines, 3 of them further ones at 100 / 10 each: 100 + 30 + 5 = 135.
        // Trader and Risk are one unit: a call, 1. Risk to Output 100 + 5. Journal to Output strict: 100 + 5 + 5.
        // Covalent 1. Metallic 100 + 5. Van der Waals 0.
        final List<BondEnergy> apart = BondEnergy.of(Structures.apart(Structures.trading()));

        assertThat(apart).extracting(BondEnergy::energyNanos)
            .containsExactly(135.0, 1.0, 105.0, 110.0, 1.0, 105.0, 0.0);
    }

    @Test
    void shouldComputeActivationEnergyFromTheLongerBaseTimeAndTheSetup()
    {
        // Feed 40, Trader 60: 60 + 100; 60 + 1; max(50, 30) + 100; max(10, 30) + 100; 60 + 1; max(50, 20) + 100; 40.
        final List<BondEnergy> apart = BondEnergy.of(Structures.apart(Structures.trading()));

        assertThat(apart).extracting(BondEnergy::activationNanos)
            .containsExactly(160.0, 61.0, 150.0, 130.0, 61.0, 150.0, 40.0);
    }

    @Test
    void shouldComputeBindingEnergyAsTheSumOfBondEnergies()
    {
        // Apart 135 + 1 + 105 + 110 + 1 + 105 + 0 = 457; in one stage six bonds at a call, one of them strict + 5 = 11.
        assertThat(BondEnergy.bindingNanos(BondEnergy.of(Structures.apart(Structures.trading())))).isEqualTo(457);
        assertThat(BondEnergy.bindingNanos(BondEnergy.of(Structures.onOneNode(Structures.trading())))).isEqualTo(11);
    }
}

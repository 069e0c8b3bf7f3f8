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
package io.packetflow.engine.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.fixture.Heavy;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Steady;
import io.packetflow.engine.fixture.SteadySource;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.ReactorContext;

import org.junit.jupiter.api.Test;

/** What does not depend on the clock: what ran, how often, what was predicted. */
class MeasuredBudgetTest
{
    private static final long INSTANCES = 16_000;

    private static final Molecule MOLECULE = Molecule.named("Measured").kind(Kinds.FEED)
        .packet(Steady.packet("Out", false).build()).packet(Heavy.packet("Load").property("fires", "0.5").build())
        .ionic("Out", "Load").build();

    private static ReactorContext context(final Molecule molecule)
    {
        return new ReactorContext().molecule(molecule)
            .source("feed", SteadySource.class, warmUp -> new SteadySource(INSTANCES));
    }

    private static CostModel costs()
    {
        return CostModel.declared(MOLECULE.structure(), Structures.HOST);
    }

    @Test
    void shouldPutWhatItCountedBesideWhatWasPredicted()
    {
        final MeasuredBudget budget =
            MeasuredBudget.measure(MOLECULE, MeasuredBudgetTest::context, costs(), 2);

        // Out stops one instance in sixteen, so Load fires for the others.
        assertThat(budget.instances()).isEqualTo(INSTANCES);
        assertThat(budget.packets()).extracting(MeasuredPacket::packet).containsExactly("Out", "Load");
        assertThat(budget.packets()).extracting(MeasuredPacket::measuredShare).containsExactly(1.0, 15 / 16.0);
        assertThat(budget.pairs()).hasSize(1).allSatisfy(pair ->
        {
            assertThat(pair.measured()).isEqualTo(15 / 16.0);
            assertThat(pair.predicted()).isBetween(0.0, 1.0);
        });
        // Ingress 10, a stage 5, a call 1, and 25 ns for one packet that always fires, and one that does half of the
        // time.
        assertThat(budget.predictedNanos()).isCloseTo(10 + 5 + 1 + 25 + 12.5, within(1e-9));
        assertThat(budget.informedNanos()).isGreaterThanOrEqualTo(16);
        assertThat(budget.measuredNanos()).isPositive();
        assertThat(budget.failures()).isZero();
        assertThat(budget.toString()).startsWith("Measured: Measured, 16,000 instances on one core\n")
            .contains("  Out - Load", "an instance, from measured packets");
    }

    @Test
    void shouldRefuseWhatItCannotMeasure()
    {
        assertThatThrownBy(() -> MeasuredBudget.measure(MOLECULE, MeasuredBudgetTest::context, costs(), 1))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 rounds or more: rounds=1");
        final Molecule journaled = JournalPacket.addTo(MOLECULE.toBuilder()).build();
        assertThatThrownBy(() -> MeasuredBudget.measure(journaled, MeasuredBudgetTest::context, costs(), 2))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("journaled=true");
        assertThatThrownBy(() -> MeasuredBudget.measure(MOLECULE, molecule -> new ReactorContext().molecule(molecule)
            .source("feed", SteadySource.class, warmUp -> new SteadySource(0)), costs(), 2))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("the sources brought nothing");
    }
}

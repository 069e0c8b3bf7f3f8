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
package io.packetflow.engine.cost;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class CostModelTest
{
    private static final Constituent FEED = Constituent.of("Feed", Element.TRANSFORM);
    private static final Constituent TRADER = Constituent.of("Trader", Element.BRANCH);

    @Test
    void declaredCostsAreReadWithTheirUnitsAndTheRestIsAssumed()
    {
        final CostModel costs = CostModel.declared(
            structure(Map.of("rate", "1.2M/s"), FEED.with("base_time", "1.5us").with("priority", "2"), TRADER),
            HostCosts.ASSUMED);

        assertThat(costs.packet("Feed")).isEqualTo(
            new PacketCost(1_500, CostOrigin.DECLARED, 2, 0, PacketCost.DEFAULT_FAILURE_PROBABILITY, 1));
        assertThat(costs.packet("Trader")).isEqualTo(PacketCost.ASSUMED);
        assertThat(costs.ratePerSecond()).isEqualTo(1_200_000);
    }

    @Test
    void aBondCarriesAsMuchAsBothItsEndsFire()
    {
        final CostModel costs = CostModel.declared(
            structure(Map.of("rate", "100k/s"), FEED.with("fires", "0.5"), TRADER.with("fires", "0.1")),
            HostCosts.ASSUMED);

        assertThat(costs.messagesPerSecond(new Bond("Feed", "Trader", BondType.IONIC, "", false))).isEqualTo(5_000);
    }

    @Test
    void aMeasuredTimeTakesThePlaceOfADeclaredOneAndKeepsTheRest()
    {
        final CostModel costs = CostModel.declared(
            structure(Map.of(), FEED.with("base_time", "40ns").with("fires", "0.5"), TRADER), HostCosts.ASSUMED)
            .withMeasured(Map.of("Feed", 31.0));

        assertThat(costs.packet("Feed")).isEqualTo(
            new PacketCost(31, CostOrigin.MEASURED, 1, 0, PacketCost.DEFAULT_FAILURE_PROBABILITY, 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "base_time,40", "base_time,-1ns", "base_time,1e400ns", "priority,0", "priority,high", "fires,1.1",
        "failure_probability,-0.1", "resource_demand,NaN"})
    void aCostThatCannotBeReadNamesItsPlaceAndWhatToWrite(final String key, final String value)
    {
        assertThatThrownBy(() -> CostModel.declared(structure(Map.of(), FEED.with(key, value)), HostCosts.ASSUMED))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("Feed declares " + key + ": \"" + value + "\"; write ");
    }

    @Test
    void aPropertyIsFoundByItsNameAndSaysWhatItCanRead()
    {
        assertThat(CostProperty.of("base_time")).contains(CostProperty.BASE_TIME);
        assertThat(CostProperty.of("colour")).isEmpty();
        assertThat(CostProperty.BASE_TIME.isReadable("2\u00B5s")).isTrue();
        assertThat(CostProperty.BASE_TIME.isReadable("2\u03BCs")).isTrue();
        assertThat(CostProperty.BASE_TIME.isReadable("2 parsecs")).isFalse();
        assertThat(CostProperty.FIRES.isReadable("1.5")).isFalse();
        assertThat(CostProperty.RATE.form()).contains("1M/s");
    }

    private static MolecularStructure structure(final Map<String, String> properties, final Constituent... packets)
    {
        return new MolecularStructure("Costs", List.of(packets), List.of(), properties);
    }
}

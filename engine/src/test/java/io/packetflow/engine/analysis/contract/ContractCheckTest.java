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

import static io.packetflow.engine.fixture.AnalysisStructures.ionic;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

class ContractCheckTest
{
    @Test
    void aPromiseThatIsStrongEnoughCarriesOverPacketsThatSayNothing()
    {
        assertThat(check(chain("price > 0", "", "price >= 0")).holds()).isTrue();
    }

    @Test
    void aMissingImplicationIsPrintedWithBothIntervals()
    {
        assertThat(check(chain("price >= 0", "", "price > 0")).missing()).extracting(MissingImplication::toString)
            .containsExactly("c requires price >= 1, but a ensures only price >= 0");
    }

    @Test
    void theNearestPromiseCountsNotAnEarlierOne()
    {
        assertThat(check(chain("price > 0", "price >= -1", "price > 0")).missing())
            .extracting(MissingImplication::toString)
            .containsExactly("c requires price >= 1, but b ensures only price >= -1");
        assertThat(check(chain("price >= -1", "price > 0", "price > 0")).holds()).isTrue();
    }

    @Test
    void ofTwoNearestPromisesEachMustBeEnough()
    {
        final MolecularStructure structure = structure(Map.of(), List.of(ionic("a", "c"), ionic("b", "c")),
            packet("a", "", "price > 5"), packet("b", "", "price > -5"), packet("c", "price > 0", ""));

        assertThat(check(structure).missing()).extracting(MissingImplication::provider).containsExactly("b");
    }

    @Test
    void aFieldWithItsPacketIsPromisedByThatPacketAlone()
    {
        final List<Bond> bonds = List.of(ionic("a", "b"), ionic("b", "c"));

        assertThat(check(structure(Map.of(), bonds, packet("a", "", "price > 5"), packet("b", "", "price > -5"),
            packet("c", "a.price > 0", ""))).holds()).isTrue();
        assertThat(check(structure(Map.of(), bonds, packet("a", "", "price > 5"), packet("b", "c.price > 0", ""),
            packet("c", "", "price > 0"))).missing()).extracting(MissingImplication::toString).containsExactly(
            "b requires c.price >= 1, but c, which does not come before, ensures nothing of c.price");
    }

    @Test
    void whatNobodyInsidePromisesIsAskedOfTheInput()
    {
        final Constituent first = packet("a", "size > 0", "price > 0");
        final Constituent second = packet("b", "size < 10 and price > 0", "");
        final List<Bond> bonds = List.of(ionic("a", "b"));

        final ContractCheck undeclared = check(structure(Map.of(), bonds, first, second));
        assertThat(undeclared.holds()).isTrue();
        assertThat(undeclared.obligations()).hasToString("size >= 1 and size <= 9");
        assertThat(undeclared.delivered()).hasToString("price >= 1");

        assertThat(check(structure(Map.of("requires", "size == 5"), bonds, first, second)).holds()).isTrue();
        assertThat(check(structure(Map.of("requires", "size > 0"), bonds, first, second)).missing())
            .extracting(MissingImplication::toString)
            .containsExactly("b requires size <= 9, but the input ensures only size >= 1");
    }

    @Test
    void noInputMeetsWhatContradictsItself()
    {
        assertThat(check(structure(Map.of(), List.of(), packet("a", "size > 0", ""), packet("b", "size < 0", "")))
            .missing()).extracting(MissingImplication::toString).containsExactly(
            "b requires size <= -1, but the input, as other packets need it, ensures only size >= 1");
    }

    @Test
    void aMoleculePromisesNoMoreThanItsPackets()
    {
        final Constituent packet = packet("a", "", "price > 0");

        assertThat(check(structure(Map.of("ensures", "price >= 0"), List.of(), packet)).holds()).isTrue();
        assertThat(check(structure(Map.of("ensures", "price > 1"), List.of(), packet)).missing())
            .extracting(MissingImplication::toString)
            .containsExactly("M requires price >= 2, but a ensures only price >= 1");
        assertThat(check(structure(Map.of("requires", "size > 3", "ensures", "size > 2"), List.of(), packet)).holds())
            .isTrue();
    }

    @Test
    void contractsThatCannotBeReadAreNamedAndPromiseNothing()
    {
        final MolecularStructure structure = structure(Map.of("ensures", "a.price > 0"), List.of(),
            packet("a", "price >", "b.price > 0"));

        assertThat(Contract.unreadable(structure)).containsExactly(
            "M ensures \"a.price > 0\": a.price names a packet, which only what a packet requires may do; " +
            "write the field alone",
            "a requires \"price >\": 'price >' is no condition; write a field, one of < <= == >= > and a whole " +
            "number in the field's unit, as in \"price > 0 and quantity <= 500\"",
            "a ensures \"b.price > 0\": b.price names a packet, which only what a packet requires may do; " +
            "write the field alone");
        assertThat(check(structure).holds()).isTrue();
    }

    private static ContractCheck check(final MolecularStructure structure)
    {
        return ContractCheck.of(structure, CausalOrder.of(structure));
    }

    /** a -> b -> c: what a and b ensure, what c requires. */
    private static MolecularStructure chain(final String first, final String second, final String needed)
    {
        return structure(Map.of(), List.of(ionic("a", "b"), ionic("b", "c")), packet("a", "", first),
            packet("b", "", second), packet("c", needed, ""));
    }

    private static MolecularStructure structure(
        final Map<String, String> properties, final List<Bond> bonds, final Constituent... packets)
    {
        return new MolecularStructure("M", List.of(packets), bonds, properties);
    }

    private static Constituent packet(final String name, final String requires, final String ensures)
    {
        final Map<String, String> properties = new LinkedHashMap<>();
        properties.put(Contract.REQUIRES, requires);
        properties.put(Contract.ENSURES, ensures);
        properties.values().removeIf(String::isEmpty);
        return new Constituent(
            name, Element.TRANSFORM, "", 0, List.of(), new ArrayList<>(), properties);
    }
}

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
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import io.packetflow.engine.fixture.Scripted;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BondRulesTest
{
    private final Molecule.Builder molecule = Molecule.named("M");

    @BeforeEach
    void compose()
    {
        molecule.resource("r", Object.class, arena -> "").resource("s", Object.class, arena -> "");
        for (final String name : List.of("alpha", "beta", "gamma", "delta"))
        {
            molecule.packet(Scripted.idle(name).uses(name.equals("alpha") || name.equals("beta") ? "r" : "s")
                .build());
        }
        molecule.covalent("alpha", "beta", "r").covalent("gamma", "delta", "s");
    }

    @Test
    void shouldNameUnknownEndsAndWhatWasMeant()
    {
        molecule.ionic("alpah", "zeta");

        assertThat(violations()).containsExactly(
            "the bond alpah -> zeta (ionic) names the unknown packet alpah; did you mean alpha?",
            "the bond alpah -> zeta (ionic) names the unknown packet zeta; did you mean beta?");
    }

    @Test
    void shouldNameNothingThatIsFarFetched()
    {
        molecule.vanDerWaals("alpha", "somethingElse");

        assertThat(violations()).containsExactly(
            "the bond alpha -> somethingElse (van der Waals) names the unknown packet somethingElse");
    }

    @Test
    void shouldRefuseBondsToOneself()
    {
        molecule.ionicStrict("alpha", "alpha").metallic("beta", "beta");

        assertThat(violations()).containsExactly("the bond alpha -> alpha (ionic, strict) joins a packet to itself",
            "the bond beta -> beta (metallic) joins a packet to itself");
    }

    @Test
    void shouldRefuseABondThatIsDeclaredTwice()
    {
        molecule.ionic("alpha", "beta").ionicStrict("alpha", "beta");

        assertThat(violations()).containsExactly("the bond alpha -> beta (ionic, strict) is declared twice");
    }

    @Test
    void shouldTakeBondsOfSeveralTypesAndOverSeveralResources()
    {
        final Molecule.Builder two = Molecule.named("Two")
            .resource("r", Object.class, arena -> "").resource("s", Object.class, arena -> "")
            .packet(Scripted.idle("a").uses("r").uses("s").build())
            .packet(Scripted.idle("b").uses("r").uses("s").build())
            .ionic("a", "b").covalent("a", "b", "r").covalent("a", "b", "s").vanDerWaals("a", "b");

        assertThat(two.build().bonds()).hasSize(4);
    }

    @Test
    void shouldRefuseACovalentBondOverWhatOneOfTheTwoDoesNotUse()
    {
        molecule.covalent("beta", "gamma", "r").covalent("alpha", "delta", "");

        assertThat(violations()).containsExactly(
            "the bond beta -> gamma (covalent over r): packet gamma does not use the resource 'r'; add uses(...) to it",
            "the bond alpha -> delta (covalent): packet alpha does not use the resource ''; add uses(...) to it",
            "the bond alpha -> delta (covalent): packet delta does not use the resource ''; add uses(...) to it");
    }

    @Test
    void shouldRefuseAnyOrderWhereIonicBondsOrder()
    {
        molecule.ionic("alpha", "gamma", "beta").metallic("beta", "alpha");

        assertThat(violations()).containsExactly(
            "the bond beta -> alpha (metallic) says any order, but ionic bonds order the two; drop one of them");
    }

    @Test
    void shouldPrintACycleInOrder()
    {
        molecule.ionic("alpha", "beta", "gamma", "delta").ionic("delta", "beta");

        assertThat(violations()).containsExactly("ionic bonds form a cycle, so none of its packets could ever start: " +
            "beta -> gamma -> delta -> beta; remove one of these bonds");
    }

    @Test
    void shouldPrintTheShorterWayAroundOfTwo()
    {
        molecule.ionic("beta", "gamma", "delta").ionic("delta", "beta").ionic("gamma", "beta");

        assertThat(violations()).containsExactly("ionic bonds form a cycle, so none of its packets could ever start: " +
            "beta -> gamma -> beta; remove one of these bonds");
    }

    private List<String> violations()
    {
        return catchThrowableOfType(MoleculeException.class, molecule::build).violations();
    }
}

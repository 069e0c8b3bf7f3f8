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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoleculeRulesTest
{
    private static final String NAME_RULE =
        "; a name is a letter, then letters, digits and underscores, at most 64 characters";

    private final Molecule.Builder molecule = Molecule.named("M").kind(Kinds.FEED);

    @Test
    void shouldListEveryViolationAtOnce()
    {
        molecule.packet(Scripted.idle("a", Element.SIGNAL).build())
            .packet(Scripted.idle("b", Element.GATHER).participants("a").build())
            .packet(Scripted.idle("c", Element.CACHE).build())
            .ionic("a", "b", "a").ionic("c", "c");

        assertThatThrownBy(molecule::build).isInstanceOf(MoleculeException.class).hasMessage("""
            molecule M breaks 5 rule(s):
              - packet a (ED:sg) is event driven and declares no trigger; add trigger(Trigger.on(...))
              - packet b (CO:ga) is collective and names 1 participant(s); name at least two with participants(...)
              - packet c (RM:ca) manages resources and names none; add uses(...)
              - the bond c -> c (ionic) joins a packet to itself
              - ionic bonds form a cycle, so none of its packets could ever start: a -> b -> a; \
            remove one of these bonds""");
    }

    @Test
    void shouldRefuseAMoleculeWithoutPackets()
    {
        assertThat(violations()).containsExactly("it has no packets; add at least one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1st", "a-b", "a.b", "größe", "_a", "$a", "a b",
        "a2345678901234567890123456789012345678901234567890123456789012345"})
    void shouldRefuseNamesThatCodeAndLayoutCannotHold(final String name)
    {
        final Molecule.Builder badlyNamed = Molecule.named(name).packet(Scripted.idle(name).build());

        assertThat(violations(badlyNamed)).containsExactly(
            "'" + name + "' names no molecule" + NAME_RULE, "'" + name + "' names no packet" + NAME_RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "header", "input", "status0", "class", "slab", "source0", "A_1",
        "a234567890123456789012345678901234567890123456789012345678901234"})
    void shouldAllowAllOtherNames(final String name)
    {
        assertThat(Molecule.named(name).packet(Scripted.idle(name).build()).build().name()).isEqualTo(name);
    }

    @Test
    void shouldRefuseMorePacketsThanStopsHaveBits()
    {
        for (int i = 0; i < 64; i++)
        {
            molecule.packet(Scripted.idle("p" + i).build());
        }

        assertThat(violations()).containsExactly("it has 64 packets; a molecule holds at most 63, split it and let " +
            "one emit instances of the other");
    }

    @Test
    void shouldRefuseNamesAndCodesThatAreTakenTwice()
    {
        molecule.packet(Scripted.idle("a").build()).packet(Scripted.idle("a").build())
            .resource("r", Object.class, arena -> "").resource("r", Object.class, arena -> "")
            .kind(new InstanceKind(Kinds.FEED.code(), "other", 8));

        assertThat(violations()).containsExactly("two packets are called a; rename one",
            "two resources are called r; rename one",
            "two kinds of instances have the code 8; give one another code");
    }

    @Test
    void shouldRefuseAnEventDrivenPacketWithoutTrigger()
    {
        molecule.packet(Scripted.idle("e", Element.THRESHOLD).build());

        assertThat(violations()).containsExactly(
            "packet e (ED:th) is event driven and declares no trigger; add trigger(Trigger.on(...))");
    }

    @Test
    void shouldTakeADeclaredTriggerOfAllKinds()
    {
        molecule.packet(Scripted.idle("e", Element.THRESHOLD).trigger(Trigger.always()).build());

        assertThat(molecule.build().packet("e")).isPresent();
    }

    @Test
    void shouldRefuseATriggerThatNeverFires()
    {
        molecule.packet(Scripted.idle("e").trigger(Trigger.on(Kinds.NEWS, Kinds.ECHO)).build())
            .packet(Scripted.idle("f").trigger(Trigger.on(Kinds.NEWS, Kinds.FEED)).build());

        assertThat(violations()).containsExactly("packet e reacts on news, echo, and the molecule has none of these " +
            "kinds, so it would never fire; declare them with kind(...)");
    }

    @Test
    void shouldCountParticipantsOnce()
    {
        molecule.packet(Scripted.idle("a").build()).packet(Scripted.idle("b").build())
            .packet(Scripted.idle("none", Element.BARRIER).build())
            .packet(Scripted.idle("same", Element.BARRIER).participants("a", "a").build())
            .packet(Scripted.idle("both", Element.BARRIER).participants("a", "b").build());

        assertThat(violations()).containsExactly(
            "packet none (CO:ba) is collective and names 0 participant(s); name at least two with participants(...)",
            "packet same (CO:ba) is collective and names 1 participant(s); name at least two with participants(...)");
    }

    @Test
    void shouldRefuseUnknownParticipantsAndResources()
    {
        molecule.packet(Scripted.idle("a", Element.BROADCAST).participants("a", "ghost").uses("books").build());

        assertThat(violations()).containsExactly("packet a names the unknown participant ghost",
            "packet a uses the unknown resource books; declare it with resource(...)");
    }

    @Test
    void shouldRefuseAResourceManagerWithoutResource()
    {
        molecule.packet(Scripted.idle("r", Element.ALLOCATE).build());

        assertThat(violations()).containsExactly("packet r (RM:al) manages resources and names none; add uses(...)");
    }

    @Test
    void shouldRefuseSeveralUsersOfAResourceThatAreNotOneStage()
    {
        molecule.resource("r", Object.class, arena -> "")
            .packet(Scripted.idle("a").uses("r").build())
            .packet(Scripted.idle("b").uses("r").build())
            .packet(Scripted.idle("c").uses("r").build())
            .covalent("a", "b", "r");

        assertThat(violations()).containsExactly("the resource r is used by a, b, c without covalent bonds among " +
            "them; a resource has one writer, so bond them or split it");
    }

    @Test
    void shouldTakeUsersOfAResourceBetweenCovalentPackets()
    {
        molecule.resource("r", Object.class, arena -> "")
            .packet(Scripted.idle("a").uses("r").build())
            .packet(Scripted.idle("b").uses("r").build())
            .packet(Scripted.idle("c").uses("r").build())
            .ionic("a", "b", "c").covalent("a", "c", "r");

        assertThat(new BondGraph(molecule.build()).stages()).hasSize(1);
    }

    private List<String> violations()
    {
        return violations(molecule);
    }

    private static List<String> violations(final Molecule.Builder builder)
    {
        return catchThrowableOfType(MoleculeException.class, builder::build).violations();
    }
}

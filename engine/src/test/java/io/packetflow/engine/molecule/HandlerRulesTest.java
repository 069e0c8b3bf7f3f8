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
import io.packetflow.engine.fixture.UnnamedPackage;
import io.packetflow.engine.fixture.Value;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.periodic.Element;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;

import org.junit.jupiter.api.Test;

/** Generated code calls handlers and moves views directly, so their classes must be within its reach. */
class HandlerRulesTest
{
    private static final String HERE = HandlerRulesTest.class.getName();
    private static final String REACH =
        " must be public and final, in public classes only, so that the fused chain calls it directly";
    private static final String UNNAMED =
        " lies in the unnamed package, which generated code cannot name; put it into a package";

    /** Final, but this test is not public. */
    public static final class InHiddenClass implements PacketHandler
    {
        @Override
        public int onInstance()
        {
            return CONTINUE;
        }
    }

    /** A view within a class that is not public. */
    public static final class HiddenView extends Flyweight
    {
        HiddenView(final Slab slab)
        {
            super(slab);
        }
    }

    @Test
    void shouldRefuseAPacketWithoutHandlerAndStillLookAtItsView()
    {
        final Packet packet = Packet.named("p", Element.TRANSFORM)
            .writes(Area.of(Value.area().layout(), HiddenView.class, HiddenView::new)).build();

        assertThat(violations(packet)).containsExactly(
            "packet p has no handler; give it one with handler(Class, factory)",
            "packet p: the view " + HERE + "$HiddenView of its area" + REACH);
    }

    @Test
    void shouldRefuseAHandlerWithinAClassThatIsNotPublic()
    {
        final Packet packet =
            Packet.named("p", Element.TRANSFORM).handler(InHiddenClass.class, context -> new InHiddenClass()).build();

        assertThat(violations(packet)).containsExactly("packet p: handler " + HERE + "$InHiddenClass" + REACH);
    }

    @Test
    void shouldRefuseAHandlerThatCouldHaveSubclasses()
    {
        final Packet packet =
            Packet.named("p", Element.TRANSFORM).handler(PacketHandler.class, context -> null).build();

        assertThat(violations(packet))
            .containsExactly("packet p: handler io.packetflow.engine.packet.PacketHandler" + REACH);
    }

    @Test
    void shouldRefuseClassesOfTheUnnamedPackage() throws Exception
    {
        final Packet handled = Packet.named("p", Element.TRANSFORM)
            .handler(UnnamedPackage.handler("Unnamed"), context -> null).build();
        final Packet viewed = Scripted.idle("q")
            .writes(new Area(Value.area().layout(), UnnamedPackage.view("UnnamedView"), Value::new)).build();

        assertThat(violations(handled)).containsExactly("packet p: handler Unnamed" + UNNAMED);
        assertThat(violations(viewed)).containsExactly("packet q: the view UnnamedView of its area" + UNNAMED);
    }

    private static List<String> violations(final Packet packet)
    {
        return catchThrowableOfType(MoleculeException.class, () -> Molecule.named("M").packet(packet).build())
            .violations();
    }
}

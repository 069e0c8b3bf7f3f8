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

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Scripted;
import io.packetflow.engine.molecule.LiveOrders.Event;
import io.packetflow.engine.molecule.LiveOrders.Fate;

import org.junit.jupiter.api.Test;

/** What a molecule declares of live orders is read as it is written, and refused where it cannot be meant. */
class LiveOrdersTest
{
    @Test
    void shouldChangeWhatATextNamesAndKeepTheRest()
    {
        final LiveOrders changed = LiveOrders.ADOPTED.with("stop=cancel, Promotion=CANCEL");

        assertThat(changed).isEqualTo(new LiveOrders(Fate.CANCEL, Fate.ADOPT, Fate.CANCEL));
        assertThat(changed.on(Event.STOP)).isEqualTo(Fate.CANCEL);
        assertThat(changed.on(Event.FAILURE)).isEqualTo(Fate.ADOPT);
        assertThat(changed.on(Event.PROMOTION)).isEqualTo(Fate.CANCEL);
        assertThat(changed.cancels()).isTrue();
        assertThat(LiveOrders.ADOPTED.cancels()).isFalse();
    }

    @Test
    void shouldUnderstandWhatItPrints()
    {
        for (final Fate stop : Fate.values())
        {
            for (final Fate failure : Fate.values())
            {
                final LiveOrders declared = new LiveOrders(stop, failure, Fate.CANCEL);
                assertThat(LiveOrders.ADOPTED.with(declared.toString())).isEqualTo(declared);
            }
        }
        assertThat(LiveOrders.ADOPTED).hasToString("stop=adopt, failure=adopt, promotion=adopt");
    }

    @Test
    void shouldNameWhatItDoesNotUnderstand()
    {
        assertRefused("", "'' is not EVENT=FATE");
        assertRefused("stop", "'stop' is not EVENT=FATE");
        assertRefused("stop=cancel,stop=adopt", "'stop=adopt' is not EVENT=FATE, each event once");
        assertRefused("pause=cancel", "'pause' is none of stop, failure, promotion");
        assertRefused("stop=keep", "'keep' is none of cancel, adopt");
    }

    private static void assertRefused(final String text, final String message)
    {
        assertThatThrownBy(() -> LiveOrders.ADOPTED.with(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith(message);
    }

    @Test
    void shouldStayWithAMoleculeThatGrows()
    {
        final Molecule molecule = molecule().kind(InstanceKind.CONTROL)
            .liveOrders(LiveOrders.ADOPTED.with("failure=cancel")).build();

        assertThat(molecule().build().liveOrders()).isEqualTo(LiveOrders.ADOPTED);
        assertThat(molecule.toBuilder().build().liveOrders().failure()).isEqualTo(Fate.CANCEL);
        assertThat(molecule.properties()).containsEntry("live_orders", "stop=adopt, failure=cancel, promotion=adopt");
    }

    @Test
    void shouldRefuseACancelThatCannotComeAndATextThatIsNone()
    {
        final Molecule.Builder deaf = molecule().liveOrders(LiveOrders.ADOPTED.with("stop=cancel"));
        assertThatThrownBy(deaf::build).isInstanceOf(MoleculeException.class)
            .hasMessageContaining("a cancel comes as a command, and it takes none; add the kind InstanceKind.CONTROL");

        final Molecule.Builder odd = molecule().property("live_orders", "all");
        assertThatThrownBy(odd::build).isInstanceOf(MoleculeException.class)
            .hasMessageContaining("its property live_orders is not understood: 'all' is not EVENT=FATE");
    }

    private static Molecule.Builder molecule()
    {
        return Molecule.named("M").kind(Kinds.FEED).packet(Scripted.idle("one").build());
    }
}

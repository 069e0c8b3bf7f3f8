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
package io.packetflow.engine.language.run;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. Adds the probe to a molecule. It belongs to the group of the last packet, so that no group gets a core for
 * it alone.
 */
final class ProbedMolecule
{
    private static final Map<PeriodicGroup, Element> ELEMENTS = Map.of(PeriodicGroup.CF, Element.SEQUENTIAL,
        PeriodicGroup.DF, Element.CONSUMER, PeriodicGroup.ED, Element.TIMER);

    private ProbedMolecule()
    {
    }

    /**
     * Adds the probe.
     *
     * @param molecule that runs on its own
     * @param watch packet whose payloads are kept, null for none
     * @param kept payloads that are kept
     * @return the molecule with its probe
     */
    static Molecule of(final Molecule molecule, final WatchedPacket watch, final int kept)
    {
        final List<Packet> last = molecule.packets().stream().filter(
            packet -> !packet.name().equals(JournalPacket.NAME) && isLast(packet, molecule.bonds())).toList();
        final Element element =
            ELEMENTS.getOrDefault(last.get(last.size() - 1).group(), Element.CONSUMER);
        final int bytes = watch == null ? 0 : watch.layout().size();
        final Molecule.Builder builder = molecule.toBuilder()
            .resource(RunLog.NAME, RunLog.class, arena -> new RunLog(kept, bytes))
            .packet(Packet.named(RunProbe.NAME, element).trigger(Trigger.always()).uses(RunLog.NAME)
            .handler(RunProbe.class, context -> new RunProbe(context, watch)).build());
        last.forEach(packet -> builder.ionic(packet.name(), RunProbe.NAME));
        return builder.build();
    }

    private static boolean isLast(final Packet packet, final List<Bond> bonds)
    {
        return bonds.stream().noneMatch(
            bond -> bond.type() == BondType.IONIC && bond.from().equals(packet.name()));
    }
}

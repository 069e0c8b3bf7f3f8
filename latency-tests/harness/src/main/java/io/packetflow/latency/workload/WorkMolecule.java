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
package io.packetflow.latency.workload;

import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.periodic.Element;

/** Cold path. The molecule of all workloads: six packets in an ionic chain, and a journal where there is one. */
final class WorkMolecule
{
    static final InstanceKind KIND =
        new InstanceKind(InstanceKind.FIRST_FREE_CODE, "message", Datagrams.MESSAGE_BYTES);

    private WorkMolecule()
    {
    }

    static Molecule of(final Workload workload, final RecordFile file, final Datagrams wire)
    {
        final Molecule molecule = Molecule.named("Workload").kind(KIND)
            .packet(packet(WorkPackets.DECODE, Element.TRANSFORM, WorkPackets.Decode.class, WorkPackets.Decode::new))
            .packet(packet(WorkPackets.CHECK, Element.TRANSFORM, WorkPackets.Check.class, WorkPackets.Check::new))
            .packet(packet(WorkPackets.PRICE, Element.TRANSFORM, WorkPackets.Price.class,
                context -> new WorkPackets.Price(context, workload.priced())))
            .packet(packet(WorkPackets.STORE, Element.CONSUMER, WorkPackets.Store.class,
                context -> new WorkPackets.Store(context, workload.stored(), file)))
            .packet(packet(WorkPackets.SEND, Element.CONSUMER, WorkPackets.Send.class,
                context -> new WorkPackets.Send(context, workload.sent(), wire)))
            .packet(packet(WorkPackets.COUNT, Element.AGGREGATE, WorkPackets.Count.class, WorkPackets.Count::new))
            .ionic(WorkPackets.DECODE, WorkPackets.CHECK, WorkPackets.PRICE, WorkPackets.STORE, WorkPackets.SEND,
            WorkPackets.COUNT)
            .build();
        return workload.isJournaled() ?
            JournalPacket.addTo(molecule.toBuilder()).ionicStrict(JournalPacket.NAME, WorkPackets.STORE).build() :
            molecule;
    }

    private static <H extends PacketHandler> Packet packet(
        final String name, final Element element, final Class<H> type, final HandlerFactory<H> factory)
    {
        return Packet.named(name, element).trigger(Trigger.on(KIND))
            .writes(Area.of(WorkArea.LAYOUT, WorkArea.class, WorkArea::new)).handler(type, factory).build();
    }
}

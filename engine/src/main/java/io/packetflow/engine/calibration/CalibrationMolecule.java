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
package io.packetflow.engine.calibration;

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.Element;

/** Cold path. A chain of packets that do nothing; the last one takes the time. */
final class CalibrationMolecule
{
    static final InstanceKind KIND = new InstanceKind(InstanceKind.FIRST_FREE_CODE, "nothing", Long.BYTES);
    static final String LAST = "Arrival";

    private CalibrationMolecule()
    {
    }

    static Molecule of(final int packets)
    {
        final Molecule.Builder molecule = Molecule.named("Calibration").kind(KIND);
        String before = null;
        for (int packet = 0; packet < packets; packet++)
        {
            final boolean isLast = packet == packets - 1;
            final String name = isLast ? LAST : "Idle" + packet;
            final Packet.Builder builder = Packet.named(name, Element.TRANSFORM).trigger(Trigger.on(KIND));
            molecule.packet(isLast ?
                builder.handler(CalibrationPackets.Arrival.class, CalibrationPackets.Arrival::new).build() :
                builder.handler(CalibrationPackets.Idle.class, CalibrationPackets.Idle::new).build());
            if (before != null)
            {
                molecule.ionic(before, name);
            }
            before = name;
        }
        return molecule.build();
    }
}

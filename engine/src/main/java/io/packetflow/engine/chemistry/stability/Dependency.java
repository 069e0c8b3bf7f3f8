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
package io.packetflow.engine.chemistry.stability;

import java.util.Locale;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. Which dependency a bond is, and the coupling factor that the thesis gives it (section 3.3.2).
 *
 * <p>A structure does not say what handlers read, so an ionic successor counts as a reader of what its predecessor
 * writes.
 */
public enum Dependency
{
    /** Ionic, and the first packet writes part of the slot: the second may read it. */
    DATA(1.0),
    /**
     * Ionic, and the first packet writes nothing but decides (group CF, ED or MC); or metallic, and one of the two
     * coordinates the other as its participant.
     */
    CONTROL(0.8),
    /** Any other ionic bond: order and nothing else, as of a Journal and the output that waits for it. */
    TEMPORAL(0.6),
    /** Covalent: a shared resource. */
    RESOURCE(0.4),
    /** Any other metallic bond, and van der Waals forces: the same slot, a shared cache. */
    ENVIRONMENTAL(0.2);

    private final double couplingFactor;

    Dependency(final double couplingFactor)
    {
        this.couplingFactor = couplingFactor;
    }

    /** Returns the coupling factor, without unit, 0.2 to 1. */
    public double couplingFactor()
    {
        return couplingFactor;
    }

    /**
     * Classifies a bond.
     *
     * @param bond of the structure
     * @param graph of the structure
     * @return what it is
     */
    public static Dependency of(final Bond bond, final StructureGraph graph)
    {
        final Constituent from = graph.packet(graph.indexOf(bond.from()));
        final Constituent to = graph.packet(graph.indexOf(bond.to()));
        return switch (bond.type())
        {
            case IONIC -> ionic(from);
            case COVALENT -> RESOURCE;
            case METALLIC -> coordinates(from, to) || coordinates(to, from) ? CONTROL : ENVIRONMENTAL;
            case VAN_DER_WAALS -> ENVIRONMENTAL;
        };
    }

    private static Dependency ionic(final Constituent from)
    {
        if (from.payloadBytes() > 0)
        {
            return DATA;
        }
        final PeriodicGroup group = from.group();
        final boolean decides =
            group == PeriodicGroup.CF || group == PeriodicGroup.ED || group == PeriodicGroup.MC;
        return decides ? CONTROL : TEMPORAL;
    }

    private static boolean coordinates(final Constituent coordinator, final Constituent participant)
    {
        return coordinator.group() == PeriodicGroup.CO && coordinator.participants().contains(participant.name());
    }

    /** Returns what breaks where a bond of this type and strictness is not kept: 1 results, 0.5 their timing, 0.1. */
    static double correctnessImpact(final Bond bond)
    {
        if (bond.strict() || bond.type() == BondType.IONIC || bond.type() == BondType.COVALENT)
        {
            return 1;
        }
        return bond.type() == BondType.METALLIC ? 0.5 : 0.1;
    }

    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}

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

import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. What the packets of a molecule and the steps of a host cost: what predictions are made from.
 *
 * @param host costs of the engine's own steps
 * @param packets costs by name
 * @param ratePerSecond instances a second that the molecule is meant to take, 0 if not declared
 */
public record CostModel(HostCosts host, Map<String, PacketCost> packets, double ratePerSecond)
{
    /** Copies the map. */
    public CostModel
    {
        packets = Map.copyOf(packets);
        if (!(ratePerSecond >= 0))
        {
            throw new IllegalArgumentException("a rate is not negative: ratePerSecond=" + ratePerSecond);
        }
    }

    /**
     * Reads what a molecule declares ({@link CostProperty}).
     *
     * @param structure whose properties are read
     * @param host costs of the engine's own steps
     * @return the model; what is not declared is assumed
     * @throws IllegalArgumentException if a declaration cannot be read, with place and remedy
     */
    public static CostModel declared(final MolecularStructure structure, final HostCosts host)
    {
        final Map<String, PacketCost> packets = new LinkedHashMap<>();
        for (final Constituent packet : structure.composition())
        {
            packets.put(packet.name(), cost(packet));
        }
        return new CostModel(host, packets, CostProperty.RATE.read(structure.name(), structure.properties(), 0));
    }

    private static PacketCost cost(final Constituent packet)
    {
        final Map<String, String> declared = packet.properties();
        final boolean hasTime = declared.containsKey(CostProperty.BASE_TIME.toString());
        return new PacketCost(
            CostProperty.BASE_TIME.read(packet.name(), declared, PacketCost.DEFAULT_BASE_NANOS),
            hasTime ? CostOrigin.DECLARED : CostOrigin.ASSUMED,
            CostProperty.PRIORITY.read(packet.name(), declared, 1),
            CostProperty.RESOURCE_DEMAND.read(packet.name(), declared, 0),
            CostProperty.FAILURE_PROBABILITY.read(
                packet.name(), declared, PacketCost.DEFAULT_FAILURE_PROBABILITY),
            CostProperty.FIRES.read(packet.name(), declared, 1));
    }

    /**
     * Returns the cost of a packet.
     *
     * @param name of the packet
     * @return its cost, assumed where the model has none
     */
    public PacketCost packet(final String name)
    {
        return packets.getOrDefault(name, PacketCost.ASSUMED);
    }

    /**
     * Puts measured times in the place of declared and assumed ones.
     *
     * @param nanos of one firing, by packet
     * @return a changed copy
     */
    public CostModel withMeasured(final Map<String, Double> nanos)
    {
        final Map<String, PacketCost> changed = new LinkedHashMap<>(packets);
        nanos.forEach((name, value) -> changed.put(name, packet(name).measured(value)));
        return new CostModel(host, changed, ratePerSecond);
    }

    /**
     * Returns how often a bond carries something: the rate of the molecule, as far as both ends fire.
     *
     * @param bond of the molecule
     * @return messages a second, 0 where no rate is declared
     */
    public double messagesPerSecond(final Bond bond)
    {
        return ratePerSecond * packet(bond.from()).firingShare() * packet(bond.to()).firingShare();
    }
}

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
package io.packetflow.engine.chemistry;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.structure.Placement;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

/** Structures that are computed by hand, on a host of round numbers. */
public final class Structures
{
    /** Ingress 10, call 1, stage 5, hop 100, remote hop 250 ns, 10 million hops a second. */
    public static final HostCosts HOST = new HostCosts("round numbers", 10, 1, 5, 100, 250, 10e6);

    private Structures()
    {
    }

    /** A packet that writes so many bytes and takes so long. */
    public static Constituent packet(final String name, final Element element, final int bytes, final String baseTime)
    {
        return new Constituent(
            name, element, "always", bytes, List.of(), List.of(), Map.of("base_time", baseTime));
    }

    public static Bond ionic(final String from, final String to)
    {
        return new Bond(from, to, BondType.IONIC, "", false);
    }

    public static Bond strict(final String from, final String to)
    {
        return new Bond(from, to, BondType.IONIC, "", true);
    }

    public static Bond covalent(final String from, final String to, final String resource)
    {
        return new Bond(from, to, BondType.COVALENT, resource, false);
    }

    public static Bond metallic(final String from, final String to)
    {
        return new Bond(from, to, BondType.METALLIC, "", false);
    }

    public static Bond vanDerWaals(final String from, final String to)
    {
        return new Bond(from, to, BondType.VAN_DER_WAALS, "", false);
    }

    public static CostModel costs(final MolecularStructure structure)
    {
        return CostModel.declared(structure, HOST);
    }

    public static Workload onOneNode(final MolecularStructure structure)
    {
        return Workload.onOneNode(structure, costs(structure));
    }

    public static Workload apart(final MolecularStructure structure)
    {
        final StructureGraph graph = new StructureGraph(structure);
        return new Workload(graph, costs(structure), Placement.apart(graph));
    }

    public static Workload placed(final MolecularStructure structure, final Placement placement)
    {
        return new Workload(new StructureGraph(structure), costs(structure), placement);
    }

    /**
     * Feed, Trader, Risk, Output in a chain, Journal strictly before Output, Watch beside Risk; Trader and Risk share
     * the positions. At 1M/s; base times 40, 60, 50, 30, 10, 20 ns; Trader fires for half, Risk and Output for a tenth.
     */
    public static MolecularStructure trading()
    {
        return new MolecularStructure("Trading",
            List.of(packet("Feed", Element.TRANSFORM, 200, "40ns"),
                packet("Trader", Element.BRANCH, 0, "60ns").with("fires", "0.5").with("priority", "2")
                    .using("positions"),
                packet("Risk", Element.THRESHOLD, 16, "50ns").with("fires", "0.1").using("positions"),
                packet("Output", Element.CONSUMER, 0, "30ns").with("fires", "0.1"),
                packet("Journal", Element.ALLOCATE, 0, "10ns").using("journal"),
                packet("Watch", Element.REFLECT, 0, "20ns")),
            List.of(ionic("Feed", "Trader"), ionic("Trader", "Risk"), ionic("Risk", "Output"),
                strict("Journal", "Output"), covalent("Trader", "Risk", "positions"), metallic("Risk", "Watch"),
                vanDerWaals("Feed", "Watch")),
            Map.of("rate", "1M/s"));
    }
}

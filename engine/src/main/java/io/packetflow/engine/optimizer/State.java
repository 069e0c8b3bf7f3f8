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
package io.packetflow.engine.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.packetflow.engine.analysis.performance.Deployment;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.MolecularStructure;

/** Cold path. A structure in a placement, between two steps. Immutable. */
final class State
{
    private final MolecularStructure structure;
    private final UnitGraph units;
    private final Predictor predictor;
    private final CostModel costs;
    private final OptimiserOptions options;
    private final NodePlaces places;

    private State(final MolecularStructure structure, final UnitGraph units, final Predictor predictor,
        final CostModel costs, final OptimiserOptions options, final NodePlaces places)
    {
        this.structure = structure;
        this.units = units;
        this.predictor = predictor;
        this.costs = costs;
        this.options = options;
        this.places = places;
    }

    /** Where each unit is at home: on the node of its group, as far as there are nodes. */
    static State start(final MolecularStructure structure, final CostModel costs, final OptimiserOptions options)
    {
        final UnitGraph units = new UnitGraph(new StructureGraph(StagedPart.of(structure)), costs);
        final NodePlaces homes = HomeNodes.of(units, options);
        return new State(
            structure, units, new Predictor(units, costs, options, homes.names().size()), costs, options, homes);
    }

    /** The same placement of a structure with other bonds. */
    State with(final MolecularStructure changed)
    {
        final UnitGraph other = new UnitGraph(new StructureGraph(StagedPart.of(changed)), costs);
        final int[] nodes = new int[other.units()];
        for (int unit = 0; unit < nodes.length; unit++)
        {
            // Relaxing a bond may divide a unit, never join two.
            nodes[unit] = nodeOf()[units.graph().unitOf(other.packets(unit)[0])];
        }
        final BitSet begins = new BitSet();
        cuts().stream().forEach(unit -> begins.set(other.graph().unitOf(units.packets(unit)[0])));
        return new State(changed, other, new Predictor(other, costs, options, nodes()), costs, options,
            new NodePlaces(nodes, places.names(), packed(), begins));
    }

    /** Units on another node, which has a name from then on. */
    State with(final Move move)
    {
        final int[] nodes = move.applyTo(nodeOf());
        final Set<String> crossing =
            packed().isEmpty() ? Set.of() : new HashSet<>(predictor.lines().crossing(nodes));
        return at(new NodePlaces(nodes, namesWith(move), packed().stream().filter(crossing::contains).toList(),
            move.cutsFrom(cuts())));
    }

    private List<String> namesWith(final Move move)
    {
        if (isUsed(move.node()))
        {
            return places.names();
        }
        final String group = units.home(move.units().nextSetBit(0)).key();
        final Set<String> taken = new HashSet<>();
        used().stream().mapToObj(this::name).forEach(taken::add);
        String name = group;
        for (int number = 2; taken.contains(name); number++)
        {
            name = group + "-" + number;
        }
        final List<String> changed = new ArrayList<>(places.names());
        changed.set(move.node(), name);
        return changed;
    }

    /** Areas that lie first. */
    State packing(final List<String> areas)
    {
        return at(new NodePlaces(nodeOf(), places.names(), areas, cuts()));
    }

    private State at(final NodePlaces changed)
    {
        return new State(structure, units, predictor, costs, options, changed);
    }

    MolecularStructure structure()
    {
        return structure;
    }

    UnitGraph units()
    {
        return units;
    }

    Predictor predictor()
    {
        return predictor;
    }

    CostModel costs()
    {
        return costs;
    }

    OptimiserOptions options()
    {
        return options;
    }

    /** Node of each unit; not to be changed. */
    int[] nodeOf()
    {
        return places.nodeOf();
    }

    /** Units that begin a stage; not to be changed. */
    BitSet cuts()
    {
        return places.cuts();
    }

    List<String> packed()
    {
        return places.packed();
    }

    String name(final int node)
    {
        return places.names().get(node);
    }

    int nodes()
    {
        return places.names().size();
    }

    /** Nodes that run something, and the sequencing one. */
    BitSet used()
    {
        final BitSet used = new BitSet();
        used.set(0);
        Arrays.stream(nodeOf()).forEach(used::set);
        return used;
    }

    boolean isUsed(final int node)
    {
        return used().get(node);
    }

    BitSet unitsOn(final int node)
    {
        final BitSet on = new BitSet();
        for (int unit = 0; unit < nodeOf().length; unit++)
        {
            on.set(unit, nodeOf()[unit] == node);
        }
        return on;
    }

    /** Whether a packet of it stays where it was put by hand. */
    boolean isFixed(final int unit)
    {
        return !options.byHand().isEmpty() && Arrays.stream(units.packets(unit)).mapToObj(units.graph()::name)
            .anyMatch(options.byHand()::containsKey);
    }

    Prediction predict()
    {
        return predictor.predict(nodeOf(), cuts(), packed());
    }

    Prediction estimate()
    {
        return predictor.estimate(nodeOf(), cuts());
    }

    /** Name of its node for each packet that runs in a stage, in order of composition. */
    Map<String, String> placement()
    {
        final Map<String, String> placement = new LinkedHashMap<>();
        for (int packet = 0; packet < units.graph().size(); packet++)
        {
            placement.put(units.graph().name(packet), name(nodeOf()[units.graph().unitOf(packet)]));
        }
        return placement;
    }

    StageSchedule schedule()
    {
        return predictor.schedule(nodeOf(), cuts());
    }

    /** Its stages, as the planner makes them. */
    Deployment deployment()
    {
        final StageSchedule schedule = schedule();
        final int[] order = schedule.drafts().order();
        final int[] used = used().stream().toArray();
        final List<Deployment.Stage> stages = new ArrayList<>();
        for (final int stage : order)
        {
            stages.add(new Deployment.Stage(Arrays.binarySearch(used, schedule.drafts().node(stage)),
                Arrays.stream(schedule.packets(stage)).mapToObj(units.graph()::name).toList(),
                IntStream.range(0, stages.size()).filter(at -> schedule.drafts().waitsFor(stage, order[at]))
                .boxed().toList()));
        }
        return new Deployment("optimised", Arrays.stream(used)
            .mapToObj(node -> new Deployment.Node(name(node), Deployment.UNKNOWN_SOCKET)).toList(), stages);
    }

    Relaxation relaxation()
    {
        return Relaxation.of(units.graph(), structure);
    }
}

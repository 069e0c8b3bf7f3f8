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
package io.packetflow.engine.reactor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.codegen.NodeCompiler;
import io.packetflow.engine.fixture.DurableFeed;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Ledger;
import io.packetflow.engine.fixture.Outlet;
import io.packetflow.engine.fixture.Probe;
import io.packetflow.engine.fixture.ProbeOutput;
import io.packetflow.engine.fixture.ProbeSpec;
import io.packetflow.engine.fixture.RandomMolecule;
import io.packetflow.engine.fixture.RandomMolecules;
import io.packetflow.engine.fixture.RandomPlans;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.ScriptedCommands;
import io.packetflow.engine.fixture.TestSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

/**
 * A few random molecules, each under a few random plans and modes, compiled once for all runs of a simulation: a
 * compilation costs as much as a hundred runs.
 */
final class FaultPlans
{
    static final int FEEDS = 2;

    private static final int MOLECULES = 8;
    private static final int PLANS_EACH = 5;
    private static final List<Durability> MODES = List.of(Durability.values());
    private static final int BACK_EDGE_CAPACITY = 1_024;
    private static final long TIMER_PERIOD_NANOS = 70;
    private static final JournalSettings SEGMENTS = JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES);
    private static final CpuTopology TOPOLOGY = CpuTopology.ofProcessors(16, "a test");

    private final List<List<Entry>> molecules = new ArrayList<>();
    private final Path directory;

    private FaultPlans(final Path directory)
    {
        this.directory = directory;
    }

    /**
     * A molecule under a plan, ready to run.
     *
     * @param molecule without its journal
     * @param durability of its journal
     * @param options of the plan
     * @param batchLimit of the nodes
     * @param code of the nodes
     * @param classes of the nodes
     */
    record Entry(
        RandomMolecule molecule,
        Durability durability,
        PlanOptions options,
        int batchLimit,
        PlannedCode code,
        ProgramClasses classes)
    {
    }

    /** Makes and compiles them; the same ones each time. */
    static FaultPlans compile(final Path directory)
    {
        final FaultPlans plans = new FaultPlans(directory);
        for (long seed = 0; plans.molecules.size() < MOLECULES; seed++)
        {
            final RandomMolecule molecule = RandomMolecules.of(seed);
            if (molecule.molecule().packets().stream().anyMatch(Packet::isOutput) &&
                molecule.molecule().kinds().contains(InstanceKind.CONTROL))
            {
                plans.molecules.add(plan(molecule, new Random(seed), directory));
            }
        }
        plans.load();
        return plans;
    }

    private static List<Entry> plan(final RandomMolecule molecule, final Random random, final Path directory)
    {
        final List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < PLANS_EACH; i++)
        {
            final Durability durability = MODES.get(i % MODES.size());
            final PlanOptions options = RandomPlans.options(random, molecule.molecule());
            final int batchLimit = 1 + random.nextInt(16);
            final Entry entry = new Entry(molecule, durability, options, batchLimit, null, null);
            final PlannedCode code = PlannedCode.of(
                context(entry, List.of(new Script(), new Script()), 0, Outlet.NONE, directory));
            entries.add(new Entry(molecule, durability, options, batchLimit, code, null));
        }
        return entries;
    }

    private void load()
    {
        final List<GeneratedSource> sources = new ArrayList<>();
        molecules.forEach(entries -> entries.forEach(entry ->
        {
            sources.addAll(entry.code().sources());
            sources.addAll(entry.code().replaySources());
        }));
        final List<GeneratedSource> distinct = sources.stream().distinct().toList();
        final List<Class<? extends NodeProgram>> classes = new NodeCompiler(List.of(Probe.class)).load(distinct);
        molecules.forEach(entries -> entries.replaceAll(entry -> new Entry(entry.molecule(), entry.durability(),
            entry.options(), entry.batchLimit(), entry.code(), new ProgramClasses(
                entry.code().sources().stream().<Class<? extends NodeProgram>>map(
                    source -> classes.get(distinct.indexOf(source))).toList(),
                entry.code().replaySources().stream().<Class<? extends NodeProgram>>map(
                    source -> classes.get(distinct.indexOf(source))).toList()))));
    }

    /** Returns where a process has its counters. */
    Path countersFile(final long process)
    {
        return directory.resolve("counters" + process);
    }

    /** Returns the plans of a molecule that a random number chooses. */
    List<Entry> any(final Random random)
    {
        return molecules.get(random.nextInt(molecules.size()));
    }

    /** Returns a context of the shape for which an entry was compiled; not concluded. */
    static ReactorContext context(
        final Entry entry, final List<Script> scripts, final int commands, final Outlet outlet,
        final Path countersFile)
    {
        final ReactorContext context = new ReactorContext().molecule(journaled(entry.molecule(), outlet))
            .settings(TestSettings.of("batch.limit=" + entry.batchLimit(), "counters.file=" + countersFile))
            .topology(TOPOLOGY).planOptions(options -> entry.options())
            .journal(JournalOptions.of(Path.of("simulated"), entry.durability()).withSettings(SEGMENTS))
            .timerPeriodNanos(TIMER_PERIOD_NANOS)
            .source("commands", ScriptedCommands.class, warmUp -> new ScriptedCommands(commands));
        for (int i = 0; i < FEEDS; i++)
        {
            final Script script = scripts.get(i);
            context.source("feed" + i, DurableFeed.class, warmUp -> new DurableFeed(script));
        }
        for (final ProbeSpec emitter : entry.molecule().emitters())
        {
            context.backEdge(new BackEdgeBinding(
                emitter.name(), BACK_EDGE_CAPACITY, 16, emitter.emission().delayNanos()));
        }
        return context;
    }

    /** All outputs wait for the journal, and go where they are watched. */
    private static Molecule journaled(final RandomMolecule random, final Outlet outlet)
    {
        final Molecule molecule = random.molecule();
        final Molecule.Builder builder = Molecule.named(molecule.name());
        molecule.kinds().forEach(builder::kind);
        builder.kind(Kinds.BULK);
        molecule.resources().forEach(
            resource -> builder.resource(resource.name(), Ledger.class, arena -> new Ledger()));
        for (final Packet packet : molecule.packets())
        {
            builder.packet(packet.isOutput() ? watched(packet, random.probe(packet.name()), outlet) : packet);
        }
        molecule.bonds().forEach(builder::bond);
        JournalPacket.addTo(builder);
        molecule.packets().stream().filter(Packet::isOutput)
            .forEach(output -> builder.ionicStrict(JournalPacket.NAME, output.name()));
        return builder.build();
    }

    private static Packet watched(final Packet packet, final ProbeSpec spec, final Outlet outlet)
    {
        final Packet.Builder builder = Packet.named(packet.name(), packet.element()).trigger(packet.trigger());
        packet.area().ifPresent(builder::writes);
        packet.resources().forEach(builder::uses);
        if (!packet.participants().isEmpty())
        {
            builder.participants(packet.participants().toArray(String[]::new));
        }
        return builder.handler(ProbeOutput.class, context -> new ProbeOutput(spec, context, outlet)).build();
    }
}

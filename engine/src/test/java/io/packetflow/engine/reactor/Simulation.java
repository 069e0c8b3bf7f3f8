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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Ledger;
import io.packetflow.engine.fixture.LendingScript;
import io.packetflow.engine.fixture.Outcome;
import io.packetflow.engine.fixture.ProbeSpec;
import io.packetflow.engine.fixture.RandomMolecule;
import io.packetflow.engine.fixture.Reference;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.ScriptedCommands;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.TestSettings;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * A run of a random molecule without threads: the nodes' duty cycles come in an order that a random number generator
 * chooses, so that every interleaving of nodes may happen, and happens again with the same seed.
 */
final class Simulation
{
    private static final int BACK_EDGE_CAPACITY = 4_096;

    private final RandomMolecule molecule;
    private final ReactorContext context;
    private final PlannedCode code;

    Simulation(
        final RandomMolecule molecule,
        final Workload workload,
        final int batchLimit,
        final UnaryOperator<PlanOptions> options)
    {
        this.molecule = molecule;
        context = fill(new ReactorContext().molecule(molecule.molecule())
            .settings(TestSettings.of("batch.limit=" + batchLimit))
            .topology(CpuTopology.ofProcessors(16, "a test")).planOptions(options), molecule, workload);
        code = PlannedCode.of(context);
    }

    /**
     * What a molecule gets.
     *
     * @param scripts of its sources
     * @param commands that wait from the start
     * @param timerPeriodNanos of its timer, if it has one
     * @param lending whether the sources lend their bytes where they may
     */
    record Workload(List<Script> scripts, int commands, long timerPeriodNanos, boolean lending)
    {
        private static final int EVENTS = 150;

        /** One feed half of the time, for which the sequencing loop has a way of its own. */
        static Workload random(final Random random, final RandomMolecule molecule)
        {
            final int sources = random.nextBoolean() ? 1 : 1 + random.nextInt(3);
            final List<Script> scripts = new ArrayList<>();
            for (int i = 0; i < sources; i++)
            {
                scripts.add(Script.random(random, i == 1 ? Kinds.NEWS : Kinds.FEED, EVENTS / sources));
            }
            final boolean controlled = molecule.molecule().kinds().contains(InstanceKind.CONTROL);
            return new Workload(
                scripts, controlled ? random.nextInt(3) : 0, 1 + random.nextInt(200), random.nextBoolean());
        }

        /** What the molecule must come to. */
        Outcome expected(final RandomMolecule molecule)
        {
            return new Reference(molecule, scripts, commands, timerPeriodNanos).run();
        }
    }

    /** Gives a context the sources and back edges of a random molecule. */
    static ReactorContext fill(
        final ReactorContext context, final RandomMolecule molecule, final Workload workload)
    {
        context.timerPeriodNanos(workload.timerPeriodNanos())
            .source("commands", ScriptedCommands.class, warmUp -> new ScriptedCommands(workload.commands()));
        for (int i = 0; i < workload.scripts().size(); i++)
        {
            final Script script = workload.scripts().get(i);
            if (workload.lending())
            {
                context.source("script" + i, LendingScript.class, warmUp -> new LendingScript(script));
            }
            else
            {
                context.source("script" + i, ScriptedSource.class, warmUp -> new ScriptedSource(script));
            }
        }
        for (final ProbeSpec emitter : molecule.emitters())
        {
            context.backEdge(new BackEdgeBinding(
                emitter.name(), BACK_EDGE_CAPACITY, 16, emitter.emission().delayNanos()));
        }
        return context;
    }

    ReactorPlan plan()
    {
        return code.plan();
    }

    List<GeneratedSource> sources()
    {
        return code.sources();
    }

    Outcome run(final List<Class<? extends NodeProgram>> classes, final Random schedule)
    {
        try (RunningMolecule running =
            new RunningMolecule(molecule.molecule(), code.plan(), context,
                new ProgramClasses(classes, List.of()), false))
        {
            while (!isDone(running))
            {
                for (int i = 0; i < running.programs().size(); i++)
                {
                    running.programs().get(schedule.nextInt(running.programs().size())).doWork();
                }
            }
            return outcome(running);
        }
    }

    private static boolean isDone(final RunningMolecule running)
    {
        return running.sequencing().sourcesExhausted() && running.isDrained() &&
            running.sequencing().sourcesExhausted();
    }

    private static Outcome outcome(final RunningMolecule running)
    {
        final NodeProgram sequencing = running.sequencing();
        final Map<String, Long> states = new LinkedHashMap<>();
        running.handlers().forEach((name, handler) -> states.put(name, handler.stateHash()));
        final Map<String, Long> ledgers = new LinkedHashMap<>();
        running.resources().forEach((name, ledger) -> ledgers.put(name, ((Ledger)ledger).hash()));
        final long instances = sequencing.lastPublished() + 1;
        return new Outcome(instances, sequencing.backEdgeCount(),
            instances - sequencing.sourceCount() - sequencing.backEdgeCount(), sequencing.backwardsCount(), states,
            ledgers);
    }

    @Override
    public String toString()
    {
        return molecule + "\n" + code.plan();
    }
}

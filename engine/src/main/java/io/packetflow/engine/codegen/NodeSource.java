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
package io.packetflow.engine.codegen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.engine.reactor.EmissionBound;
import io.packetflow.engine.reactor.NodeBinding;
import io.packetflow.engine.reactor.NodeProgram;
import io.packetflow.engine.reactor.Releases;
import io.packetflow.engine.reactor.ReplaySource;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.pressure.BackPressure;
import io.packetflow.ringbuffers.pressure.ClaimGate;
import io.packetflow.ringbuffers.ring.SlotConsumer;

/**
 * Writes the class of one node: fields, the duty cycle, the sequencing and its stages. {@link StageSource} writes
 * what a stage does to one instance, {@link SequencingSource} how instances are merged and published.
 */
public final class NodeSource
{
    private final ReactorPlan plan;
    private final NodePlan node;
    private final List<SourceSpec> sources;
    private final int batchLimit;
    private final CodePurpose purpose;
    private final BondGraph graph;
    private final JavaWriter out = new JavaWriter();

    private NodeSource(
        final ReactorPlan plan,
        final NodePlan node,
        final List<SourceSpec> sources,
        final int batchLimit,
        final CodePurpose purpose)
    {
        this.plan = plan;
        this.node = node;
        this.sources = sources;
        this.batchLimit = batchLimit;
        this.purpose = purpose;
        this.graph = new BondGraph(plan.molecule());
    }

    /**
     * Writes the source of one node.
     *
     * @param plan of the molecule
     * @param node of the plan
     * @param sources that the sequencing node merges, the first has precedence among equal times
     * @param batchLimit instances after which a duty cycle turns to the next stage
     * @return the source
     */
    public static GeneratedSource of(
        final ReactorPlan plan, final NodePlan node, final List<SourceSpec> sources, final int batchLimit)
    {
        return write(new NodeSource(plan, node, sources, batchLimit, CodePurpose.RUN), "");
    }

    /**
     * Writes the source of one node for recovery: it runs the same stages, but takes the order of instances from the
     * journal, and lets nothing go.
     *
     * @param plan of the molecule
     * @param node of the plan
     * @param sources as for the run
     * @param batchLimit as for the run
     * @return the source
     */
    public static GeneratedSource replaying(
        final ReactorPlan plan, final NodePlan node, final List<SourceSpec> sources, final int batchLimit)
    {
        return write(new NodeSource(plan, node, sources, batchLimit, CodePurpose.REPLAY), "_replay");
    }

    private static GeneratedSource write(final NodeSource source, final String suffix)
    {
        source.writeClass();
        final String prefix =
            source.plan.molecule().name() + "_" + source.node.name().replaceAll("[^A-Za-z0-9]", "_") + suffix;
        return GeneratedSource.named(prefix, source.out.toString());
    }

    private void writeClass()
    {
        out.line("package %s;", GeneratedSource.PACKAGE).line("");
        out.line("// Molecule %s, node %s: %s", plan.molecule().name(), node.name(), describeStages());
        out.line("@SuppressWarnings(\"all\")");
        out.open("public final class " + GeneratedSource.placeholder() + " extends " + NodeProgram.class.getName());
        writeFields();
        writeConstructor();
        writeDutyCycle();
        if (node.sequencing())
        {
            new SequencingSource(sequencing(), graph, out).write();
        }
        for (final int index : node.stages())
        {
            final StagePlan stage = plan.stages().get(index);
            if (!isInline(stage))
            {
                writeStageLoop(stage);
            }
            new StageSource(plan, stage, isInline(stage) || stage.publishesStops(), purpose, graph, out).write();
            if (purpose == CodePurpose.RUN && plan.defers(stage))
            {
                new ReleaseSource(plan, stage, graph, out).write();
            }
        }
        writeExhaustion();
        writeQuarantine();
        out.close();
    }

    private String describeStages()
    {
        return node.stages().isEmpty() ? "publishes only" :
            String.join("; ", node.stages().stream().map(i -> plan.stages().get(i).packets().toString()).toList());
    }

    /** The first stage of the sequencing node runs in the sequencing loop itself: run to completion. */
    private StagePlan inlineStage()
    {
        return plan.stages().stream().filter(this::isInline).findFirst().orElse(null);
    }

    private Sequencing sequencing()
    {
        return new Sequencing(plan, sources, inlineStage(), batchLimit, purpose);
    }

    private boolean isInline(final StagePlan stage)
    {
        return node.sequencing() && stage.upstream().isEmpty() && stage.node() == node.index() &&
            stage.index() == node.stages().get(0);
    }

    private boolean isAlone(final StagePlan stage)
    {
        return isInline(stage) && plan.stages().size() == 1;
    }

    private void writeFields()
    {
        field(Slab.class.getName(), "slab");
        field(ConcreteTypes.ring(plan), "ring");
        field(InstanceHeader.class.getName(), "header");
        field(InstanceInput.class.getName(), "input");
        if (gated())
        {
            field(ClaimGate.class.getName(), "gate");
        }
        if (node.sequencing())
        {
            for (int i = 0; i < askedSources(); i++)
            {
                field(sources.get(i).type().getCanonicalName(), "source" + i);
            }
            if (sequencing().keepsEmissionBound())
            {
                field(EmissionBound.class.getName(), "emissions");
            }
        }
        if (node.sequencing() && sequencing().journals())
        {
            field(JournalAppender.class.getName(), "journal");
        }
        if (node.sequencing() && sequencing().replays())
        {
            field(ReplaySource.class.getName(), "replay");
        }
        if (watchesFence())
        {
            field(JournalGate.class.getName(), "durable");
        }
        deferring().forEach(stage -> field(Releases.class.getName(), "releases" + stage));
        consumers().forEach(stage -> field(SlotConsumer.class.getName(), "consumer" + stage));
        areas().forEach(packet -> field(packet.area().orElseThrow().view().getCanonicalName(), "area" + packet.name()));
        packets().forEach(packet -> field(packet.handlerClass().getCanonicalName(), "packet" + packet.name()));
        out.line("");
    }

    /** In a replay the journal takes the place of all sources from outside. */
    private int askedSources()
    {
        return sequencing().replays() ? sequencing().firstOutside() : sources.size();
    }

    private boolean gated()
    {
        return node.sequencing() && plan.ring().backPressure() != BackPressure.SPIN && purpose == CodePurpose.RUN;
    }

    private void field(final String type, final String name)
    {
        out.line("private final %s %s;", type, name);
    }

    private void writeConstructor()
    {
        out.open("public " + GeneratedSource.placeholder() + "(final " + NodeBinding.class.getName() + " binding)");
        out.line("slab = binding.ring().slab();");
        out.line("ring = (%s)binding.ring();", ConcreteTypes.ring(plan));
        if (gated())
        {
            out.line("gate = binding.gate();");
        }
        out.line("header = binding.header();");
        out.line("input = binding.input();");
        if (node.sequencing())
        {
            for (int i = 0; i < askedSources(); i++)
            {
                out.line("source%d = (%s)binding.source(%d);", i, sources.get(i).type().getCanonicalName(), i);
            }
            if (sequencing().keepsEmissionBound())
            {
                out.line("emissions = binding.emissions();");
            }
        }
        if (node.sequencing() && sequencing().journals())
        {
            out.line("journal = binding.journal();");
        }
        if (node.sequencing() && sequencing().replays())
        {
            out.line("replay = binding.replay();");
        }
        if (watchesFence())
        {
            out.line("durable = binding.durable();");
        }
        deferring().forEach(stage -> out.line("releases%d = binding.releases(%d);", stage, stage));
        consumers().forEach(stage -> out.line("consumer%d = binding.consumer(%d);", stage, stage));
        areas().forEach(packet -> out.line("area%s = (%s)binding.area(\"%s\");", packet.name(),
            packet.area().orElseThrow().view().getCanonicalName(), packet.name()));
        packets().forEach(packet -> out.line("packet%s = (%s)binding.handler(\"%s\");", packet.name(),
            packet.handlerClass().getCanonicalName(), packet.name()));
        out.close().line("");
    }

    private boolean watchesFence()
    {
        return node.stages().stream().map(plan.stages()::get).anyMatch(this::watchesFence);
    }

    /**
     * Whether a stage lets outputs go at once that came through the ring: what waits there when another process takes
     * over must not leave any more. What the sequencing loop runs itself has asked before its admission.
     */
    private boolean watchesFence(final StagePlan stage)
    {
        return purpose == CodePurpose.RUN && !isInline(stage) && !plan.defers(stage) &&
            plan.journal().filter(journal -> journal.isGated(stage)).isPresent();
    }

    private List<Integer> deferring()
    {
        return node.stages().stream().filter(stage -> plan.defers(plan.stages().get(stage))).toList();
    }

    private Set<Integer> consumers()
    {
        final Set<Integer> consumers = new TreeSet<>(node.stages());
        if (node.sequencing())
        {
            sources.stream().filter(SourceSpec::isBackEdge)
                .forEach(source -> consumers.add(plan.placement(source.emitter()).stage()));
        }
        return consumers;
    }

    private List<Packet> packets()
    {
        return node.stages().stream().flatMap(stage -> plan.stages().get(stage).packets().stream())
            .map(name -> plan.molecule().packet(name).orElseThrow()).toList();
    }

    /** The areas that this node moves: those of its packets and of their ancestors. */
    private List<Packet> areas()
    {
        final Set<String> names = new LinkedHashSet<>();
        for (final Packet packet : packets())
        {
            names.addAll(graph.ancestors(packet.name()));
            names.add(packet.name());
        }
        return new ArrayList<>(plan.molecule().packets()).stream()
            .filter(packet -> names.contains(packet.name()) && packet.area().isPresent()).toList();
    }

    private void writeDutyCycle()
    {
        out.line("@Override").open("public int doWork()");
        final List<String> calls = new ArrayList<>();
        if (node.sequencing())
        {
            calls.add("(admitting ? sequence() : 0)");
        }
        for (final int index : node.stages())
        {
            if (!isInline(plan.stages().get(index)))
            {
                calls.add("stage" + index + "()");
            }
        }
        if (purpose == CodePurpose.RUN)
        {
            deferring().forEach(index -> calls.add("release" + index + "()"));
        }
        out.line("return %s;", calls.isEmpty() ? "0" : String.join(" + ", calls));
        out.close().line("");
    }

    private void writeStageLoop(final StagePlan stage)
    {
        final int index = stage.index();
        out.open("private int stage" + index + "()");
        out.line("long sequence = consumer%d.next();", index);
        out.line("final long available = consumer%d.available();", index);
        out.open("if (available < sequence)").line("return 0;").close();
        out.line("final long last = Math.min(available, sequence + %d);", batchLimit - 1);
        out.line("final long first = sequence;");
        out.line("stageInProgress = %d;", index);
        out.open("while (sequence <= last" + (watchesFence(stage) ? " && !durable.isFenced())" : ")"));
        out.line("sequenceInProgress = sequence;");
        out.line("final int slot = ((int)sequence & %d) * %d;", plan.ring().capacity() - 1,
            plan.ring().layout().strideBytes());
        out.line("header.wrap(slot);");
        out.line("input.wrap(slot + %d);", plan.ring().layout().offset(ReactorPlan.INPUT_AREA));
        writeInstanceCall(stage);
        if (purpose == CodePurpose.RUN && plan.defers(stage))
        {
            out.open("if (releasing != 0)");
            out.line("releases%d.add(sequence, releasing);", index).line("release%d();", index).close();
        }
        // Under load downstream sees every few dozen results, at rest at once.
        out.open("if ((sequence & 31) == 31)").line("consumer%d.complete(sequence);", index).close();
        out.line("sequence++;");
        out.close();
        out.line("stageInProgress = NO_STAGE;");
        out.line("consumer%d.complete(sequence - 1);", index);
        if (plan.defers(stage))
        {
            out.line("releases%d.completed(sequence - 1);", index);
        }
        out.line("return (int)(sequence - first);");
        out.close().line("");
    }

    private void writeInstanceCall(final StagePlan stage)
    {
        final String call = "onInstance" + stage.index() + "(slot, header.kind())";
        out.line(stage.publishesStops() ?
            "slab.putLong(slot + " + plan.ring().layout().offset(stage.statusArea()) + ", " + call + ");" : call + ";");
    }

    private void writeExhaustion()
    {
        out.line("@Override").open("public boolean sourcesExhausted()");
        final List<String> terms = new ArrayList<>();
        for (int i = 0; node.sequencing() && i < askedSources(); i++)
        {
            terms.add("source" + i + ".isExhausted()");
        }
        out.line("return %s;", terms.isEmpty() ? "true" : String.join(" && ", terms));
        out.close().line("");
    }

    private void writeQuarantine()
    {
        if (!node.stages().isEmpty() && isAlone(plan.stages().get(node.stages().get(0))))
        {
            out.line("@Override").open("protected boolean isUnfinished()");
            out.line("return finished < sequenceInProgress;").close().line("");
            out.line("@Override").open("public void quarantine()");
            writeSeal();
            out.line("finished = sequenceInProgress;").close();
            return;
        }
        out.line("@Override").open("public void quarantine()");
        writeSeal();
        out.line("final int stage = stageInProgress;");
        out.line("stageInProgress = NO_STAGE;");
        out.open("switch (stage)");
        for (final int index : node.stages())
        {
            final StagePlan stage = plan.stages().get(index);
            out.line("case %d:", index);
            if (stage.publishesStops())
            {
                out.line("    slab.putLong(ring.offset(sequenceInProgress) + %d, -1L);",
                    plan.ring().layout().offset(stage.statusArea()));
            }
            if (isInline(stage))
            {
                // As in the sequencing loop: a ring whose checks are on wants to be asked before a completion.
                out.line("    consumer%d.available();", index);
            }
            out.line("    consumer%d.complete(sequenceInProgress);", index);
            if (plan.defers(stage))
            {
                out.line("    releases%d.completed(sequenceInProgress);", index);
            }
            out.line("    break;");
        }
        out.line("default:").line("    throw new IllegalStateException(\"no stage was in progress\");");
        out.close();
        out.close();
    }

    /** What failed in the sequencing loop was appended before; others may wait for it. */
    private void writeSeal()
    {
        if (node.sequencing() && sequencing().journals())
        {
            out.line("journal.seal();");
        }
    }
}

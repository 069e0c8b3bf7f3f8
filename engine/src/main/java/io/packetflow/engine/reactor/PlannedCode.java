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
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.codegen.NodeCompiler;
import io.packetflow.engine.codegen.NodeSource;
import io.packetflow.engine.codegen.SourceSpec;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.ReactorPlanner;

/**
 * Cold path. The plan of a context and the source of its nodes: all that can be known, printed and saved before
 * anything runs.
 *
 * @param plan of the molecule
 * @param sources of the nodes, in order
 * @param replaySources of the nodes for recovery, in order; empty where nothing is journaled
 * @param referenced classes that the sources name
 */
public record PlannedCode(
    ReactorPlan plan,
    List<GeneratedSource> sources,
    List<GeneratedSource> replaySources,
    List<Class<?>> referenced)
{
    /**
     * Concludes a context, plans it and writes its code.
     *
     * @param context to conclude
     * @return plan and code
     */
    public static PlannedCode of(final ReactorContext context)
    {
        final ReactorPlan plan = plan(context);
        final List<SourceSpec> specs = new ArrayList<>();
        context.backEdges().forEach(edge -> specs.add(
            new SourceSpec(BackEdge.class, edge.packet(), edge.minimumDelayNanos())));
        context.sources().forEach(source -> specs.add(SourceSpec.outside(source.type())));

        // A loop that takes more than its ring holds finds it full of what it has not completed itself, and drops.
        final int batchLimit = Math.min(context.settings().batchLimit(), plan.ring().capacity());
        final List<GeneratedSource> sources = new ArrayList<>();
        final List<GeneratedSource> replaySources = new ArrayList<>();
        for (final NodePlan node : plan.nodes())
        {
            sources.add(NodeSource.of(plan, node, specs, batchLimit));
            plan.journal().ifPresent(
                journal -> replaySources.add(NodeSource.replaying(plan, node, specs, batchLimit)));
        }
        return new PlannedCode(plan, List.copyOf(sources), List.copyOf(replaySources), referenced(context));
    }

    /**
     * Concludes a context and plans it, without code.
     *
     * @param context to conclude
     * @return the plan
     */
    public static ReactorPlan plan(final ReactorContext context)
    {
        context.conclude();
        return ReactorPlanner.plan(context.molecule(), options(context), context.topology());
    }

    private static PlanOptions options(final ReactorContext context)
    {
        final PlanOptions options =
            context.planOptions().apply(PlanSettings.of(context.settings(), context.clock()));
        return context.journal().map(journal -> options.withDurability(journal.durability())).orElse(options);
    }

    private static List<Class<?>> referenced(final ReactorContext context)
    {
        final List<Class<?>> referenced = new ArrayList<>();
        for (final Packet packet : context.molecule().packets())
        {
            referenced.add(packet.handlerClass());
            packet.area().ifPresent(area -> referenced.add(area.view()));
        }
        context.sources().forEach(source -> referenced.add(source.type()));
        return referenced;
    }

    /** Returns the sources of all classes, in the order of the nodes: those of the run, then those of recovery. */
    public List<GeneratedSource> allSources()
    {
        return Stream.concat(sources.stream(), replaySources.stream()).toList();
    }

    FailureLocator locator(final ReactorContext context)
    {
        final List<String> names = new ArrayList<>();
        context.backEdges().forEach(edge -> names.add("back edge of " + edge.packet()));
        context.sources().forEach(source -> names.add(source.name()));
        return new FailureLocator(allSources(), names);
    }

    ProgramClasses load(final ReactorContext context)
    {
        final NodeCompiler compiler = new NodeCompiler(referenced);
        context.codeLoader().ifPresent(compiler::loadedBy);
        if (context.keepSources() != null)
        {
            compiler.save(allSources(), context.keepSources());
        }
        context.settings().codeCache().ifPresent(directory -> compiler.cachedIn(directory, context.progress()));
        final List<Class<? extends NodeProgram>> classes = compiler.load(allSources());
        return new ProgramClasses(
            classes.subList(0, sources.size()), classes.subList(sources.size(), classes.size()));
    }
}

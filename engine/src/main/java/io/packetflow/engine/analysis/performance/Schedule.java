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
package io.packetflow.engine.analysis.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.packetflow.engine.cost.CostModel;

/**
 * Cold path. One instance that comes alone goes through a deployment, all its packets firing: each node runs the stage
 * that is ready first, of several the earlier one. Times are medians without load; a queue of instances comes on top.
 * O(s^2) for s stages.
 *
 * @param deployment that was examined
 * @param ingressNanos of sequencing and publication, before anything begins
 * @param stages in the order of the deployment
 */
public record Schedule(Deployment deployment, double ingressNanos, List<StageBudget> stages)
{
    /** Copies the list. */
    public Schedule
    {
        stages = List.copyOf(stages);
    }

    /**
     * Predicts.
     *
     * @param deployment of a molecule
     * @param costs of its packets and of the host
     * @return when each stage works
     */
    public static Schedule of(final Deployment deployment, final CostModel costs)
    {
        return new Simulation(deployment, costs).run();
    }

    /** Returns when the last stage has completed. */
    public double endNanos()
    {
        return stages.stream().mapToDouble(StageBudget::endNanos).max().orElse(ingressNanos);
    }

    /** Returns the index of the stage that completes last, the first of several; the publication if there is none. */
    public int lastStage()
    {
        return stages.stream().max(Comparator.comparingDouble(StageBudget::endNanos).thenComparing(
            Comparator.comparingInt(StageBudget::stage).reversed())).map(StageBudget::stage)
            .orElse(StageBudget.PUBLICATION);
    }

    /**
     * Returns the stages that decide when a stage begins, itself included.
     *
     * @param stage index
     * @return indexes of stages in the order in which they run
     */
    public List<Integer> chainTo(final int stage)
    {
        final List<Integer> chain = new ArrayList<>();
        int next = stage;
        while (next != StageBudget.PUBLICATION)
        {
            chain.add(0, next);
            next = stages.get(next).waitedFor();
        }
        return chain;
    }

    /** One run: who is done, and when each node is free again. */
    private static final class Simulation
    {
        private static final int NOBODY = -1;

        private final Deployment deployment;
        private final CostModel costs;
        private final Steps steps;
        private final StageBudget[] done;
        private final int[] lastOn;

        private Simulation(final Deployment deployment, final CostModel costs)
        {
            this.deployment = deployment;
            this.costs = costs;
            this.steps = new Steps(deployment, costs.host());
            this.done = new StageBudget[deployment.stages().size()];
            this.lastOn = new int[deployment.nodes().size()];
            Arrays.fill(lastOn, NOBODY);
        }

        private Schedule run()
        {
            for (int count = 0; count < done.length; count++)
            {
                final StageBudget next = next();
                done[next.stage()] = next;
                lastOn[deployment.stages().get(next.stage()).node()] = next.stage();
            }
            return new Schedule(deployment, costs.host().ingressNanos(), List.of(done));
        }

        private StageBudget next()
        {
            StageBudget next = null;
            for (int stage = 0; stage < done.length; stage++)
            {
                if (done[stage] == null && isReady(stage))
                {
                    final StageBudget candidate = budget(stage);
                    next = next == null || candidate.startNanos() < next.startNanos() ? candidate : next;
                }
            }
            if (next == null)
            {
                throw new IllegalArgumentException("stages of " + deployment.name() + " wait for each other");
            }
            return next;
        }

        private boolean isReady(final int stage)
        {
            return deployment.stages().get(stage).upstream().stream().allMatch(other -> done[other] != null);
        }

        private StageBudget budget(final int index)
        {
            final Deployment.Stage stage = deployment.stages().get(index);
            int waitedFor = StageBudget.PUBLICATION;
            double step = stage.upstream().isEmpty() ? steps.fromPublication(stage.node()) : 0;
            double ready = costs.host().ingressNanos() + step;
            for (final int other : stage.upstream())
            {
                final double hop = steps.between(deployment.stages().get(other).node(), stage.node());
                if (waitedFor == StageBudget.PUBLICATION || done[other].endNanos() + hop > ready)
                {
                    waitedFor = other;
                    step = hop;
                    ready = done[other].endNanos() + hop;
                }
            }
            double start = ready;
            final int before = lastOn[stage.node()];
            if (before != NOBODY && done[before].endNanos() + costs.host().stageNanos() > ready)
            {
                waitedFor = before;
                step = costs.host().stageNanos();
                start = done[before].endNanos() + step;
            }
            return new StageBudget(index, deployment.nodes().get(stage.node()).name(), stage.packets(), waitedFor,
                step, start - ready, start, work(stage), costs.host().callNanos() * (stage.packets().size() - 1));
        }

        private double work(final Deployment.Stage stage)
        {
            return stage.packets().stream().mapToDouble(packet -> costs.packet(packet).baseNanos()).sum();
        }
    }
}

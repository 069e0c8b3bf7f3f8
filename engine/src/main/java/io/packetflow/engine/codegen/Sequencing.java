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

import java.util.List;

import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.plan.ClockMode;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.engine.reactor.EngineCommandSource;
import io.packetflow.ringbuffers.pressure.BackPressure;

/**
 * What the sequencing node has to merge, and what follows from it.
 *
 * @param plan of the molecule
 * @param sources in order of precedence, back edges first
 * @param inline stage that runs in the sequencing loop itself, null if there is none
 * @param batchLimit instances after which a duty cycle ends
 * @param purpose of the code
 */
record Sequencing(ReactorPlan plan, List<SourceSpec> sources, StagePlan inline, int batchLimit, CodePurpose purpose)
{
    /** There is no such source. */
    static final int NO_SOURCE = -1;

    /**
     * Whether the sequencing loop runs the whole molecule: then nobody waits for a publication, and the loop
     * publishes and completes what it did once a batch.
     */
    boolean isAlone()
    {
        return inline != null && plan.stages().size() == 1;
    }

    /** Whether the producer drops what finds the ring full. */
    boolean drops()
    {
        return plan.ring().backPressure() != BackPressure.SPIN && !replays();
    }

    /** Whether the journal says which instance comes next. */
    boolean replays()
    {
        return purpose == CodePurpose.REPLAY;
    }

    /** Whether each instance that is admitted is appended to the journal. */
    boolean journals()
    {
        return plan.journal().isPresent() && !replays();
    }

    /** Whether an instance is appended before it is published: nobody waits for it, or its outputs must not. */
    boolean appendsFirst()
    {
        return journals() && (isAlone() || plan.journal().get().appendsFirst());
    }

    /** Whether outputs of the loop's own stage may have to wait. */
    boolean defersInline()
    {
        return inline != null && plan.defers(inline);
    }

    /** Whether logical time is that of the sources. */
    boolean bySourceTime()
    {
        return plan.options().clock() == ClockMode.SOURCE;
    }

    boolean hasTimer()
    {
        return plan.molecule().kinds().contains(InstanceKind.TIMER);
    }

    /** Index that stands for the timer, behind those of the sources. */
    int timer()
    {
        return sources.size();
    }

    int firstOutside()
    {
        return (int)sources.stream().filter(SourceSpec::isBackEdge).count();
    }

    /** Whether live orders are cancelled before a reactor admits nothing more: then it admits from inside alone. */
    boolean cancelsAtStop()
    {
        return plan.molecule().liveOrders().stop() == LiveOrders.Fate.CANCEL && !replays();
    }

    /**
     * Whether a source may bring anything before the reactor stops. Without a journal the engine has nothing to command
     * until then, so nobody looks.
     */
    boolean bringsWhileRunning(final int source)
    {
        return plan.journal().isPresent() || sources.get(source).type() != EngineCommandSource.class;
    }

    /** Whether an instance in flight may still emit one that belongs before the next. */
    boolean needsHorizon()
    {
        return bySourceTime() && sources.stream().anyMatch(this::isDeferred);
    }

    /** Whether a back edge's packet runs elsewhere, so that its emissions come into sight at any time. */
    boolean isDeferred(final SourceSpec source)
    {
        return source.isBackEdge() &&
            (inline == null || plan.placement(source.emitter()).stage() != inline.index());
    }

    /** Whether the loop keeps the earliest time of all emissions that wait. */
    boolean keepsEmissionBound()
    {
        return feed() != NO_SOURCE && firstOutside() > 0;
    }

    /**
     * The one source from outside that carries times, if all else that may come before its next instance is known
     * beforehand: timers, and emissions of packets that this very loop runs. Then the loop compares each of its
     * instances with one bound instead of asking all sources.
     *
     * @return its index, or {@link #NO_SOURCE}
     */
    int feed()
    {
        int feed = NO_SOURCE;
        for (int i = firstOutside(); i < sources.size(); i++)
        {
            if (!sources.get(i).isCommand())
            {
                if (feed != NO_SOURCE)
                {
                    return NO_SOURCE;
                }
                feed = i;
            }
        }
        return bySourceTime() && sources.stream().noneMatch(this::isDeferred) ? feed : NO_SOURCE;
    }
}

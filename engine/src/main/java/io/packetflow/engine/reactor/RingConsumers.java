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
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.ringbuffers.ring.SlotConsumer;
import io.packetflow.ringbuffers.ring.SlotRing;

/**
 * Cold path. The consumers of a molecule's ring, wired as its bonds say: each stage behind those that it follows, and
 * behind a stage whose outputs wait for the journal one more, which releases them. The last of them gate the ring.
 */
final class RingConsumers
{
    private final List<SlotConsumer> stages = new ArrayList<>();
    private final Map<Integer, Releases> releases = new TreeMap<>();
    private final List<SlotConsumer> releaseConsumers = new ArrayList<>();

    RingConsumers(final ReactorPlan plan, final SlotRing ring)
    {
        final TreeSet<Integer> last = new TreeSet<>();
        for (final StagePlan stage : plan.stages())
        {
            final SlotConsumer[] upstream = stage.upstream().stream().map(stages::get).toArray(SlotConsumer[]::new);
            stages.add(ring.newConsumer("stage " + stage.index(), upstream));
            last.add(stage.index());
            last.removeAll(stage.upstream());
        }
        final List<SlotConsumer> gating = new ArrayList<>(last.stream().map(stages::get).toList());
        for (final StagePlan stage : plan.stages())
        {
            if (plan.defers(stage))
            {
                final SlotConsumer release =
                    ring.newConsumer("release of stage " + stage.index(), stages.get(stage.index()));
                releases.put(stage.index(), new Releases(release, plan.ring().capacity()));
                releaseConsumers.add(release);
                gating.remove(stages.get(stage.index()));
                gating.add(release);
            }
        }
        ring.gateOn(gating.toArray(SlotConsumer[]::new));
    }

    /** Returns the consumers of the stages, in order. */
    List<SlotConsumer> stages()
    {
        return stages;
    }

    /** Returns what is released later, by the stages whose outputs wait for the journal. */
    Map<Integer, Releases> releases()
    {
        return releases;
    }

    /** Returns how many slots all have processed; any thread. */
    long slowest()
    {
        long slowest = Long.MAX_VALUE;
        for (final SlotConsumer stage : stages)
        {
            slowest = Math.min(slowest, stage.completed());
        }
        for (final SlotConsumer release : releaseConsumers)
        {
            slowest = Math.min(slowest, release.completed());
        }
        return slowest + 1;
    }

    /** Returns whether all have processed a ring sequence. */
    boolean havePassed(final long sequence)
    {
        // Asked in each idle duty cycle, so nothing is allocated here.
        for (int i = 0; i < stages.size(); i++)
        {
            if (stages.get(i).completed() < sequence)
            {
                return false;
            }
        }
        for (int i = 0; i < releaseConsumers.size(); i++)
        {
            if (releaseConsumers.get(i).completed() < sequence)
            {
                return false;
            }
        }
        return true;
    }
}

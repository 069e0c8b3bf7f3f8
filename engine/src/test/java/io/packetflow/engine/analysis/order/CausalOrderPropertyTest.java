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
package io.packetflow.engine.analysis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.TraceEvent.Step;
import io.packetflow.engine.fixture.AnalysisStructures;

/** Theorem 6.2: what the bonds allow is accepted, and no dependent pair may change places. */
class CausalOrderPropertyTest
{
    private static final int INSTANCES = 3;

    @Test
    void executionsThatTheBondsAllowAreAccepted()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final Random random = new Random(seed);
            final CausalOrder order = CausalOrder.of(AnalysisStructures.acyclic(random, 8));

            assertThat(ExecutionCheck.violations(order, new Run(order, random).events))
                .as("seed %d: %s", seed, order).isEmpty();
        }
    }

    @Test
    void everySwapOfADependentPairIsRejected()
    {
        int swaps = 0;
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final Random random = new Random(seed);
            final CausalOrder order = CausalOrder.of(AnalysisStructures.acyclic(random, 8));
            final List<TraceEvent> events = new Run(order, random).events;
            for (int end = 0; end < events.size(); end++)
            {
                for (int begin = end + 1; begin < events.size(); begin++)
                {
                    if (isDependency(order, events.get(end), events.get(begin)))
                    {
                        swaps++;
                        final List<TraceEvent> swapped = new ArrayList<>(events);
                        Collections.swap(swapped, end, begin);
                        assertThat(ExecutionCheck.violations(order, swapped))
                            .as("seed %d: %s and %s", seed, events.get(end), events.get(begin)).isNotEmpty();
                    }
                }
            }
        }
        assertThat(swaps).isGreaterThan(AnalysisStructures.CASES);
    }

    private static boolean isDependency(final CausalOrder order, final TraceEvent end, final TraceEvent begin)
    {
        return end.step() == Step.END && begin.step() == Step.BEGIN && end.instance() == begin.instance() &&
            order.precedes(end.packet(), begin.packet());
    }

    /** Several instances at once, each unit a thread, in any order that the bonds allow. */
    private static final class Run
    {
        private final CausalOrder order;
        private final Random random;
        private final List<TraceEvent> events = new ArrayList<>();
        private final List<TraceEvent> waiting = new ArrayList<>();
        private final Map<Integer, TraceEvent> open = new HashMap<>();
        private final Set<String> left = new HashSet<>();
        private final Set<String> stopped = new HashSet<>();

        private Run(final CausalOrder order, final Random random)
        {
            this.order = order;
            this.random = random;
            for (int instance = 1; instance <= INSTANCES; instance++)
            {
                for (final String packet : order.packets())
                {
                    if (random.nextInt(6) != 0)
                    {
                        waiting.add(new TraceEvent(packet, instance, Step.BEGIN));
                        left.add(packet + "/" + instance);
                    }
                }
            }
            while (!waiting.isEmpty() || !open.isEmpty())
            {
                step();
            }
        }

        private void step()
        {
            waiting.removeIf(this::isSkipped);
            final List<TraceEvent> ready = new ArrayList<>(waiting.stream().filter(this::mayBegin).toList());
            ready.addAll(open.values());
            if (ready.isEmpty())
            {
                return;
            }
            final TraceEvent next = ready.get(random.nextInt(ready.size()));
            if (waiting.remove(next))
            {
                events.add(next);
                open.put(order.unitOf(next.packet()), next);
                return;
            }
            final boolean stops = random.nextInt(12) == 0;
            events.add(new TraceEvent(next.packet(), next.instance(), stops ? Step.STOP : Step.END));
            open.remove(order.unitOf(next.packet()));
            left.remove(next.packet() + "/" + next.instance());
            if (stops)
            {
                stopped.add(next.packet() + "/" + next.instance());
            }
        }

        private boolean isSkipped(final TraceEvent event)
        {
            final boolean skips = order.ancestors(event.packet()).stream()
                .anyMatch(packet -> stopped.contains(packet + "/" + event.instance()));
            if (skips)
            {
                left.remove(event.packet() + "/" + event.instance());
            }
            return skips;
        }

        private boolean mayBegin(final TraceEvent event)
        {
            final int unit = order.unitOf(event.packet());
            final boolean isReady = order.ancestors(event.packet()).stream()
                .noneMatch(packet -> left.contains(packet + "/" + event.instance()));
            final boolean isNext = order.units().get(unit).stream().noneMatch(packet ->
                left.stream().anyMatch(other -> isEarlier(other, packet, event.instance())));
            return isReady && isNext && !open.containsKey(unit);
        }

        private static boolean isEarlier(final String visit, final String packet, final long instance)
        {
            return visit.startsWith(packet + "/") && Long.parseLong(visit.substring(packet.length() + 1)) < instance;
        }
    }
}

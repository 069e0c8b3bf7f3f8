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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cold path. Holds a recorded execution against the causal order (theorem 6.2): each packet began an instance only
 * after its ancestors had completed it, heeded their STOP, and each stage finished an instance before it began the
 * next. What a packet did not begin, its trigger did not fire for, or an ancestor stopped. O(events x ancestors).
 */
public final class ExecutionCheck
{
    private static final int NEVER = -1;

    /** What one packet did with one instance: positions in the record. */
    private static final class Visit
    {
        private int began = NEVER;
        private int ended = NEVER;
        private boolean stopped;
    }

    private final CausalOrder order;
    private final List<TraceEvent> events;
    private final Map<Long, Map<String, Visit>> visits = new TreeMap<>();
    private final Map<Integer, TraceEvent> openOfUnit = new HashMap<>();
    private final Map<Integer, Integer> latestOfUnit = new HashMap<>();
    private final List<CausalViolation> violations = new ArrayList<>();

    private ExecutionCheck(final CausalOrder order, final List<TraceEvent> events)
    {
        this.order = order;
        this.events = events;
    }

    /**
     * Checks an execution.
     *
     * @param order that the bonds imply
     * @param events in the order in which they happened
     * @return every violation, in the order of the record; empty for an execution that the bonds allow
     */
    public static List<CausalViolation> violations(final CausalOrder order, final List<TraceEvent> events)
    {
        final ExecutionCheck check = new ExecutionCheck(order, events);
        for (int position = 0; position < events.size(); position++)
        {
            check.follow(events.get(position), position);
        }
        check.visits.forEach(check::checkInstance);
        check.violations.sort(Comparator.comparingInt(CausalViolation::position));
        return List.copyOf(check.violations);
    }

    private void follow(final TraceEvent event, final int position)
    {
        final boolean known = order.has(event.packet());
        final Visit visit = visits.computeIfAbsent(event.instance(), instance -> new HashMap<>())
            .computeIfAbsent(event.packet(), packet -> new Visit());
        final boolean begins = event.step() == TraceEvent.Step.BEGIN;
        final boolean possible = begins ? visit.began == NEVER : visit.began != NEVER && visit.ended == NEVER;
        if (!known || !possible)
        {
            report(CausalViolation.Kind.MALFORMED, event, position, List.of(event.packet()), NEVER);
            return;
        }
        final int unit = order.unitOf(event.packet());
        if (begins)
        {
            visit.began = position;
            enterUnit(unit, event, position);
        }
        else
        {
            visit.ended = position;
            visit.stopped = event.step() == TraceEvent.Step.STOP;
            openOfUnit.remove(unit);
        }
    }

    private void enterUnit(final int unit, final TraceEvent event, final int position)
    {
        final TraceEvent open = openOfUnit.put(unit, event);
        if (open != null)
        {
            report(CausalViolation.Kind.OVERLAP, event, position, List.of(open.packet(), event.packet()),
                visits.get(open.instance()).get(open.packet()).began);
        }
        final int latest = latestOfUnit.getOrDefault(unit, NEVER);
        if (latest != NEVER && events.get(latest).instance() > event.instance())
        {
            report(CausalViolation.Kind.SEQUENCE, event, position, List.of(event.packet()), latest);
            return;
        }
        latestOfUnit.put(unit, position);
    }

    private void checkInstance(final long instance, final Map<String, Visit> packets)
    {
        for (final String packet : order.packets())
        {
            final Visit visit = packets.get(packet);
            if (visit == null || visit.began == NEVER)
            {
                continue;
            }
            final TraceEvent begin = events.get(visit.began);
            if (visit.ended == NEVER)
            {
                report(CausalViolation.Kind.MALFORMED, begin, visit.began, List.of(packet), NEVER);
            }
            for (final String ancestor : order.ancestors(packet))
            {
                checkAncestor(ancestor, packets.get(ancestor), begin, visit.began);
            }
        }
    }

    private void checkAncestor(final String ancestor, final Visit earlier, final TraceEvent begin, final int position)
    {
        if (earlier == null || earlier.began == NEVER)
        {
            return;
        }
        if (earlier.ended == NEVER || earlier.ended > position)
        {
            report(CausalViolation.Kind.DEPENDENCY, begin, position, order.path(ancestor, begin.packet()),
                earlier.ended);
        }
        else if (earlier.stopped)
        {
            report(CausalViolation.Kind.STOPPED, begin, position, order.path(ancestor, begin.packet()), earlier.ended);
        }
    }

    private void report(final CausalViolation.Kind kind, final TraceEvent event, final int position,
        final List<String> path, final int otherPosition)
    {
        violations.add(
            new CausalViolation(kind, event.packet(), event.instance(), position, path, otherPosition));
    }
}

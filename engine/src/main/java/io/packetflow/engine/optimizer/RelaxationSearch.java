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
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import io.packetflow.engine.molecule.Bond;

/**
 * Cold path. Finds bonds that are better relaxed (optimize_bonds of thesis section 3.4.3). A bond that nobody needs
 * gains nothing by itself; it lets one of its packets run beside the other, so each candidate is a bond with the place
 * of the two: where they are, or one of them on another node.
 */
final class RelaxationSearch
{
    /** Packets times bonds that are tried in a round, those with the longest packets first: each needs a new index. */
    private static final int TRIED = 2_000;
    private static final int TRIED_MOST = 32;

    private RelaxationSearch()
    {
    }

    /** Returns what is worth it by estimate. */
    static List<Candidate> candidates(final State state)
    {
        final List<Candidate> found = new ArrayList<>();
        final Relaxation relaxation = state.relaxation();
        final Prediction before = state.estimate();
        final int limit = Math.min(TRIED_MOST, 1 + TRIED / state.nodeOf().length);
        final List<Bond> bonds = relaxation.bonds().stream().filter(bond -> mayPay(state, bond, before))
            .sorted(Comparator.comparingDouble((Bond bond) -> longest(state, bond)).reversed()).limit(limit).toList();
        for (final Bond bond : bonds)
        {
            Candidate best = null;
            for (final State next : placements(state.with(relaxation.without(bond)), bond))
            {
                final Gain gain = Gain.of(before, next.estimate(), state.options().goal());
                if (gain.isWorth(state.options().threshold()) && (best == null || gain.compareTo(best.gain()) > 0))
                {
                    best = Candidate.of(StepKind.RELAXATION, bond.from() + " -> " + bond.to(),
                        () -> reason(state, next, bond), next, gain);
                }
            }
            if (best != null)
            {
                found.add(best);
            }
        }
        return found;
    }

    /** Who need not wait for a packet gains its work and the way to it, and not more, unless there is a queue. */
    private static boolean mayPay(final State state, final Bond bond, final Prediction before)
    {
        final double most = nanos(state, bond.from()) + nanos(state, bond.to()) + 2 * state.costs().host().hopNanos();
        return before.overload() > 0 || before.queueNanos() > 0 || state.options().goal() == Goal.THROUGHPUT ||
            most > state.options().threshold() * before.totalNanos();
    }

    private static double longest(final State state, final Bond bond)
    {
        return Math.max(nanos(state, bond.from()), nanos(state, bond.to()));
    }

    private static double nanos(final State state, final String packet)
    {
        return state.costs().packet(packet).baseNanos();
    }

    private static List<State> placements(final State relaxed, final Bond bond)
    {
        final List<State> placements = new ArrayList<>(List.of(relaxed));
        final BitSet nodes = relaxed.used();
        final int unused = nodes.nextClearBit(0);
        nodes.set(unused, unused < relaxed.nodes());
        for (final String packet : List.of(bond.from(), bond.to()))
        {
            final int unit = unit(relaxed, packet);
            for (final int node : nodes.stream().toArray())
            {
                if (node != relaxed.nodeOf()[unit] && !relaxed.isFixed(unit) && !relaxed.units().hasControlFlow(unit))
                {
                    final BitSet units = new BitSet();
                    units.set(unit);
                    StageCuts.variants(relaxed, units, node).forEach(move -> placements.add(relaxed.with(move)));
                }
            }
        }
        return placements;
    }

    private static int unit(final State state, final String packet)
    {
        return state.units().graph().unitOf(state.units().graph().indexOf(packet));
    }

    private static String reason(final State before, final State next, final Bond bond)
    {
        final StringBuilder text = new StringBuilder(bond.to()).append(" does not read what ").append(bond.from())
            .append(" writes, and ").append(bond.from()).append(" has no effects that anybody else sees");
        for (final String packet : List.of(bond.from(), bond.to()))
        {
            final String node = next.placement().get(packet);
            if (!node.equals(before.placement().get(packet)))
            {
                text.append("; ").append(packet).append(" goes to node ").append(node);
            }
        }
        return text.toString();
    }
}

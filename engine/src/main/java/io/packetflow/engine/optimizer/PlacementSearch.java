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
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.chemistry.orbital.Orbital;
import io.packetflow.engine.cost.HostCosts;

/**
 * Cold path. Finds moves that bring packets together or part them (optimize_locality and optimize_parallelism of thesis
 * section 3.4.3). Pairs in a bonding orbital that lie on two nodes say what could come together, and nodes could as a
 * whole; what could be parted are units, alone, with all that comes behind them or all that comes before them on their
 * node. Control flow is brought together and never parted.
 *
 * <p>Moves that did not pay are remembered and asked again only when no other one pays; of very many moves not all are
 * tried in one round.
 */
final class PlacementSearch
{
    /** After so many moves the best of them is taken, if one pays; the others come later. */
    private static final int ROUND = 500;

    private final List<Orbital> bonding;
    private final Set<Move> refused = new HashSet<>();
    private final Set<Move> rejected = new HashSet<>();

    /** @param bonding pairs in a bonding orbital */
    PlacementSearch(final Collection<Orbital> bonding)
    {
        this.bonding = List.copyOf(bonding);
    }

    /** Starts anew: units are others now. */
    void forget()
    {
        refused.clear();
    }

    /** Goes on from a step that was taken: what was rejected in the state before may be tried again. */
    void accept()
    {
        rejected.clear();
    }

    /** Leaves out a move that did not keep what its estimate promised, until a step is taken. */
    void reject(final Move move)
    {
        rejected.add(move);
    }

    /** Returns the moves that are worth it by estimate, in the order in which they were found. */
    List<Candidate> candidates(final State state)
    {
        final Set<Move> moves = moves(state);
        moves.removeAll(rejected);
        final Set<Move> fresh = new LinkedHashSet<>(moves);
        fresh.removeAll(refused);
        final List<Candidate> found = evaluate(state, fresh);
        if (!found.isEmpty() || fresh.size() == moves.size())
        {
            return found;
        }
        refused.clear();
        return evaluate(state, moves);
    }

    private List<Candidate> evaluate(final State state, final Set<Move> moves)
    {
        final Prediction before = state.estimate();
        final int crossingBefore = crossing(state.units(), state.nodeOf());
        final List<Candidate> found = new ArrayList<>();
        int tried = 0;
        for (final Move move : moves)
        {
            if (tried >= ROUND && !found.isEmpty())
            {
                break;
            }
            tried++;
            final int[] nodeOf = move.applyTo(state.nodeOf());
            final Gain gain = Gain.of(before,
                state.predictor().estimate(nodeOf, move.cutsFrom(state.cuts())), state.options().goal());
            final boolean together = crossing(state.units(), nodeOf) < crossingBefore;
            if (gain.isWorth(state.options().threshold()) && (together || mayPart(state.units(), move)))
            {
                found.add(new Candidate(together ? StepKind.LOCALITY : StepKind.PARALLELISM,
                    () -> place(state, move), () -> together ?
                    togetherReason(state, crossingBefore - crossing(state.units(), nodeOf)) :
                    apartReason(state, move), () -> state.with(move), gain, Optional.of(move)));
            }
            else
            {
                refused.add(move);
            }
        }
        return found;
    }

    private static boolean mayPart(final UnitGraph units, final Move move)
    {
        return move.units().stream().noneMatch(units::hasControlFlow);
    }

    private static int crossing(final UnitGraph units, final int[] nodeOf)
    {
        int crossing = 0;
        for (int unit = 0; unit < nodeOf.length; unit++)
        {
            for (final int predecessor : units.predecessors(unit))
            {
                crossing += nodeOf[predecessor] == nodeOf[unit] ? 0 : 1;
            }
        }
        return crossing;
    }

    private Set<Move> moves(final State state)
    {
        final Set<Move> moves = new LinkedHashSet<>();
        final int[] used = state.used().stream().toArray();
        for (final int from : used)
        {
            for (final int to : used)
            {
                add(state, state.unitsOn(from), to, moves);
            }
        }
        bring(state, moves);
        part(state, moves);
        return moves;
    }

    private void bring(final State state, final Set<Move> moves)
    {
        for (final Orbital pair : bonding)
        {
            final int first = unit(state, pair.first());
            final int second = unit(state, pair.second());
            add(state, one(first), state.nodeOf()[second], moves);
            add(state, one(second), state.nodeOf()[first], moves);
        }
    }

    private static int unit(final State state, final String packet)
    {
        return state.units().graph().unitOf(state.units().graph().indexOf(packet));
    }

    private static BitSet one(final int unit)
    {
        final BitSet set = new BitSet();
        set.set(unit);
        return set;
    }

    private static void part(final State state, final Set<Move> moves)
    {
        final int target = leastLoaded(state);
        final int unused = firstUnused(state);
        for (int unit = 0; unit < state.nodeOf().length; unit++)
        {
            for (final BitSet set : List.of(one(unit), cone(state, unit, true), cone(state, unit, false)))
            {
                add(state, set, target, moves);
                if (unused >= 0)
                {
                    add(state, set, unused, moves);
                }
            }
        }
    }

    private static int firstUnused(final State state)
    {
        final int unused = state.used().nextClearBit(0);
        return unused < state.nodes() ? unused : -1;
    }

    private static int leastLoaded(final State state)
    {
        final double[] loads = state.schedule().loadNanos();
        int least = 0;
        for (final int node : state.used().stream().toArray())
        {
            least = loads[node] < loads[least] ? node : least;
        }
        return least;
    }

    /** A unit and all of its node that come behind it, or before it. */
    private static BitSet cone(final State state, final int unit, final boolean behind)
    {
        final BitSet cone = one(unit);
        final int node = state.nodeOf()[unit];
        final int units = state.nodeOf().length;
        for (int i = 1; i < units; i++)
        {
            final int other = behind ? unit + i : unit - i;
            if (other < 0 || other >= units)
            {
                break;
            }
            for (final int neighbour :
                behind ? state.units().predecessors(other) : state.units().successors(other))
            {
                if (cone.get(neighbour) && state.nodeOf()[other] == node)
                {
                    cone.set(other);
                }
            }
        }
        return cone;
    }

    private static void add(final State state, final BitSet units, final int node, final Set<Move> moves)
    {
        final boolean changes = units.stream().anyMatch(unit -> state.nodeOf()[unit] != node);
        if (changes && units.stream().noneMatch(state::isFixed))
        {
            moves.addAll(StageCuts.variants(state, units, node));
        }
    }

    private static String place(final State state, final Move move)
    {
        return Names.list(state.units().names(move.units())) + " to node " + state.with(move).name(move.node());
    }

    private static String togetherReason(final State state, final int bonds)
    {
        final HostCosts host = state.costs().host();
        return String.format(Locale.ROOT, "%d bond%s no longer cross%s cores, and a hop costs %.0f ns where a call " +
            "costs %.0f", bonds, bonds == 1 ? "" : "s", bonds == 1 ? "es" : "", host.hopNanos(), host.callNanos());
    }

    private static String apartReason(final State state, final Move move)
    {
        final double nanos = move.units().stream().mapToDouble(state.units()::expectedNanosOf).sum();
        final double demanded = state.predictor().demandedPerSecond();
        return String.format(Locale.ROOT, "%.0f ns an instance are done beside the rest%s", nanos, demanded == 0 ? "" :
            String.format(Locale.ROOT, ", of the %.0f that a core has at %,.0f/s", 1e9 / demanded, demanded));
    }
}

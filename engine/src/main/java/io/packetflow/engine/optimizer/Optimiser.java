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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.chemistry.orbital.Orbital;
import io.packetflow.engine.chemistry.orbital.Orbitals;
import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;

/**
 * Cold path. Optimises a molecule (thesis algorithm 3.2): takes the step with the largest predicted gain, until no step
 * gains as much as the threshold asks for. It begins with each packet on the core of its group. A pure function: equal
 * inputs give equal steps. Each step makes the prediction smaller, so it ends.
 */
public final class Optimiser
{
    /** Units beyond which bonds are relaxed only when no move pays any more. */
    private static final int MANY = 100;

    private final OptimiserOptions options;
    private final PlacementSearch placements;
    private final List<OptimisationStep> steps = new ArrayList<>();

    private Optimiser(final OptimiserOptions options, final List<Orbital> bonding)
    {
        this.options = options;
        this.placements = new PlacementSearch(bonding);
    }

    /**
     * Optimises a structure.
     *
     * @param structure of a molecule, with its Journal if it has one
     * @param costs of its packets and of the host
     * @param options what is asked for
     * @return the steps and what came of them
     * @throws ChemistryException if packets or bonds are not sound
     */
    public static Optimisation optimise(
        final MolecularStructure structure, final CostModel costs, final OptimiserOptions options)
    {
        final List<Orbital> bonding = Orbitals.of(Workload.onOneNode(StagedPart.of(structure), costs)).bonding();
        return new Optimiser(options, bonding).run(State.start(structure, costs, options));
    }

    /**
     * Optimises a molecule: its handlers tell which packets speak to the outside, its kinds how long inputs are.
     *
     * @param molecule to optimise
     * @param costs of its packets and of the host
     * @param options what is asked for
     * @return the steps and what came of them
     */
    public static Optimisation optimise(
        final Molecule molecule, final CostModel costs, final OptimiserOptions options)
    {
        final Set<String> outputs = new HashSet<>();
        JournalPacket.withoutJournal(molecule).packets().stream().filter(Packet::isOutput).map(Packet::name)
            .forEach(outputs::add);
        return optimise(molecule.structure(), costs,
            options.withOutputs(outputs).withInputBytes(molecule.maxInputBytes()));
    }

    private Optimisation run(final State start)
    {
        final Prediction before = start.predict();
        State state = start;
        Optional<State> next = step(state);
        while (next.isPresent())
        {
            state = next.get();
            next = step(state);
        }
        return new Optimisation(start.structure(), state.structure(), steps, before, state.predict(),
            start.placement(), state.placement(), state.name(0), state.packed(),
            state.units().names(state.cuts()), state.deployment());
    }

    /** What is estimated without the cache lines that cross is taken only if it pays with them too. */
    private Optional<State> step(final State state)
    {
        final Prediction before = state.predict();
        List<Candidate> moves = placements.candidates(state);
        final List<Candidate> others = new ArrayList<>();
        if (moves.isEmpty() || state.nodeOf().length <= MANY)
        {
            others.addAll(RelaxationSearch.candidates(state));
        }
        PackingSearch.candidate(state).ifPresent(others::add);
        while (true)
        {
            final List<Candidate> candidates = new ArrayList<>(moves);
            candidates.addAll(others);
            candidates.sort(Comparator.comparing(Candidate::gain).reversed());
            for (final Candidate candidate : candidates)
            {
                final State next = candidate.next().get();
                final Prediction after = next.predict();
                if (Gain.of(before, after, options.goal()).isWorth(options.threshold()) &&
                    WaitSafety.isKept(state, next))
                {
                    accept(candidate, before, after);
                    return Optional.of(next);
                }
                candidate.move().ifPresent(placements::reject);
            }
            if (moves.isEmpty())
            {
                return Optional.empty();
            }
            moves = placements.candidates(state);
            others.clear();
            if (moves.isEmpty() && state.nodeOf().length > MANY)
            {
                others.addAll(RelaxationSearch.candidates(state));
            }
        }
    }

    private void accept(final Candidate candidate, final Prediction before, final Prediction after)
    {
        steps.add(new OptimisationStep(
            candidate.kind(), candidate.place().get(), candidate.reason().get(), before, after, options.goal()));
        placements.accept();
        if (candidate.kind() == StepKind.RELAXATION)
        {
            placements.forget();
        }
    }
}

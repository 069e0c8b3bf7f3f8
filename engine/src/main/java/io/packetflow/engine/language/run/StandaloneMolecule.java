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
package io.packetflow.engine.language.run;

import java.util.Optional;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.ReactorContext;

/**
 * Cold path. A molecule that runs on its own: with a probe behind its last packets, and a table of instances in front.
 *
 * @param molecule with its probe
 * @param watch packet whose payloads are kept, if any
 */
public record StandaloneMolecule(Molecule molecule, Optional<WatchedPacket> watch)
{
    /** Payloads of a run that are kept at most. */
    public static final int MAX_KEPT = 1 << 20;
    /** Instances of one round of warm-up. */
    private static final int WARM_UP_INSTANCES = 1 << 16;
    private static final String SOURCE = "input";

    /**
     * Prepares a molecule.
     *
     * @param molecule of a program
     * @param watch packet whose payloads are kept, if any
     * @param kept payloads that are kept, 0 to {@link #MAX_KEPT}
     * @return the molecule with its probe
     * @throws io.packetflow.engine.molecule.MoleculeException if it has no room for one more packet
     */
    public static StandaloneMolecule of(
        final Molecule molecule, final Optional<WatchedPacket> watch, final int kept)
    {
        return new StandaloneMolecule(
            ProbedMolecule.of(molecule, watch.orElse(null), watch.isEmpty() ? 0 : kept), watch);
    }

    /**
     * Begins a context without a source: to plan, or to compile.
     *
     * @param settings of the reactor
     * @param journal how the molecule is journaled, null for not at all
     * @return the context
     */
    public ReactorContext context(final ReactorSettings settings, final JournalOptions journal)
    {
        return begin(settings, journal).source(SOURCE, ProgramSource.class, warmUp ->
        {
            throw new IllegalStateException("a plan sends nothing");
        });
    }

    /**
     * Begins a context of a run.
     *
     * @param settings of the reactor
     * @param journal how the molecule is journaled, null for not at all
     * @param table of the instances
     * @param source that sends them
     * @return the context
     */
    public ReactorContext context(
        final ReactorSettings settings, final JournalOptions journal, final InputTable table,
        final ProgramSource source)
    {
        return begin(settings, journal).source(SOURCE, ProgramSource.class,
            warmUp -> warmUp ? new ProgramSource(table, WARM_UP_INSTANCES, 0) : source);
    }

    private ReactorContext begin(final ReactorSettings settings, final JournalOptions journal)
    {
        return new ReactorContext().molecule(molecule).settings(settings).journal(journal);
    }
}

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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cli.language.ProgramReader;
import io.packetflow.engine.language.build.ProgramAssembly;
import io.packetflow.engine.language.build.ProgramBuild;
import io.packetflow.engine.language.build.ProgramHost;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.engine.TradingHost;
import io.packetflow.trading.engine.TradingProgram;

/** Cold path. A program of the user's. It is checked when it is read; what its host needs, when it is built. */
final class ProgramFile implements TradingProgram
{
    /** What runs and reports read; without a venue, its own is not needed. */
    private static final List<String> NEEDED = List.of(TradingEngine.BOOKS, TradingEngine.STRATEGY, TradingEngine.RISK,
        TradingEngine.OUTPUT, TradingEngine.COMPLIANCE, TradingEngine.LATENCY);

    private final ProgramReader reader;
    private final String file;
    private final String molecule;
    private final ProgramAssembly assembly;

    private ProgramFile(
        final ProgramReader reader, final String file, final CheckedProgram program, final String molecule)
    {
        this.reader = reader;
        this.file = file;
        this.molecule = molecule;
        this.assembly = new ProgramAssembly(program, molecule);
    }

    static ProgramFile read(final Terminal terminal, final String file) throws IOException
    {
        final ProgramReader reader = new ProgramReader(terminal, file);
        final CheckedProgram program = reader.read(List.of());
        final boolean hasEngine = program.molecule(TradingEngine.NAME).isPresent();
        return new ProgramFile(
            reader, file, program, ProgramReader.choose(program, hasEngine ? TradingEngine.NAME : null));
    }

    @Override
    public ProgramBuild build(final ProgramHost host)
    {
        return assembly.build(host);
    }

    @Override
    public String description()
    {
        return file;
    }

    @Override
    public Molecule molecule(final TradingConfig config, final HugePages hugePages, final boolean journaled)
    {
        final Molecule built = reader.built(build(TradingHost.of(config, hugePages, journaled)));
        if (journaled && !built.isJournaled())
        {
            throw new BadDataException(file + ": the molecule " + molecule + " has no Journal packet, which says " +
                "what waits for the journal; add packet Journal { :rm, :al, resources: [:journal] } to its " +
                "composition, and the bond {Journal, OrderRouter, :ionic, %{strict: true}}");
        }
        final Set<String> missing = new TreeSet<>(NEEDED);
        if (config.venue() != null)
        {
            missing.add(TradingEngine.VENUE);
        }
        missing.removeAll(built.resources().stream().map(Resource::name).collect(Collectors.toSet()));
        if (!missing.isEmpty())
        {
            throw new BadDataException(file + ": the molecule " + molecule + " has no packet with " +
                missing.stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ", which a run reads; " +
                "begin with a copy of TradingEngine.pf");
        }
        return built;
    }
}

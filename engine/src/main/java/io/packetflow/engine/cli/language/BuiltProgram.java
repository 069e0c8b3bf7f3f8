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
package io.packetflow.engine.cli.language;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.EngineRefusals;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.config.CacheDirectory;
import io.packetflow.engine.config.ReactorKeys;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.language.build.ProgramBuild;
import io.packetflow.engine.language.build.ProgramHost;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.run.RunProbe;
import io.packetflow.engine.language.run.StandaloneMolecule;
import io.packetflow.engine.language.run.WatchedPacket;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.MoleculeException;
import io.packetflow.engine.periodic.NearestName;

/**
 * Cold path. A molecule of a program that runs on its own, built: what the commands plan,
 * compile and run have in common, so that all three come to the same plan.
 *
 * @param declared the molecule as the program declares it
 * @param standalone the molecule with its probe
 * @param sources in Java of packets that are written in the language
 * @param compiled loader of classes that were compiled ahead of time, if there are any
 */
public record BuiltProgram(
    CheckedMolecule declared, StandaloneMolecule standalone, List<GeneratedSource> sources,
    Optional<ClassLoader> compiled)
{
    /** Collects which program is built. Not thread-safe. */
    public static final class Builder
    {
        private final Terminal terminal;
        private final String file;
        private List<String> packets = List.of();
        private String molecule;
        private CheckedProgram program;
        private boolean journaled;
        private Path compiled;
        private Path codeDirectory = CacheDirectory.code();
        private String print;
        private int kept;

        /**
         * Begins.
         *
         * @param terminal that shows what is wrong
         * @param file of the program, or {@code -} for standard input
         */
        public Builder(final Terminal terminal, final String file)
        {
            this.terminal = terminal;
            this.file = file;
        }

        /**
         * Adds packets of other files.
         *
         * @param files that declare them
         * @return this
         */
        public Builder packets(final List<String> files)
        {
            this.packets = files;
            return this;
        }

        /**
         * Chooses a molecule.
         *
         * @param name of it, null for the only one
         * @return this
         */
        public Builder molecule(final String name)
        {
            this.molecule = name;
            return this;
        }

        /**
         * Keeps the Journal packet, which is left out otherwise.
         *
         * @param value whether the run is journaled
         * @return this
         */
        public Builder journaled(final boolean value)
        {
            this.journaled = value;
            return this;
        }

        /**
         * Finds classes that were compiled ahead of time.
         *
         * @param directory of the classes, null for none
         * @return this
         */
        public Builder compiled(final Path directory)
        {
            this.compiled = directory;
            return this;
        }

        /**
         * Sets where compiled packets are kept.
         *
         * @param settings that say where compiled nodes are kept; theirs is the same place
         * @return this
         */
        public Builder settings(final ReactorSettings settings)
        {
            codeDirectory = settings.value(ReactorKeys.CODE_CACHE_DIR);
            return this;
        }

        /**
         * Keeps the payloads of a packet.
         *
         * @param packet name, null for none
         * @param count of payloads that are kept
         * @return this
         */
        public Builder print(final String packet, final int count)
        {
            this.print = packet;
            this.kept = count;
            return this;
        }

        /**
         * Reads, checks and builds; what was read is not read again for another build.
         *
         * @return the molecule
         * @throws IOException if a file cannot be read
         */
        public BuiltProgram build() throws IOException
        {
            final ProgramReader reader = new ProgramReader(terminal, file);
            program = program == null ? reader.read(packets) : program;
            final String name = ProgramReader.choose(program, molecule);
            final CheckedMolecule declared = program.declaredMolecule(name).orElseThrow();
            if (journaled && !declared.structure().names().contains(JournalPacket.NAME))
            {
                throw new UsageException("the molecule " + name + " has no Journal packet, which says what waits for " +
                    "the journal; add packet Journal { :rm, :al, resources: [:journal] } to its composition and bond " +
                    "it to what speaks to the outside");
            }
            final ClassLoader ready = compiled == null ? null : loader(compiled);
            final ProgramHost.Builder host = ProgramHost.builder().compiled(ready).codeDirectory(codeDirectory);
            final ProgramHost supplied = (journaled ? host : host.leaveOut(JournalPacket.NAME)).build();
            final ProgramBuild build =
                EngineRefusals.translate(() -> ProgramBuild.of(program, name, supplied));
            return new BuiltProgram(
                declared, standalone(reader.built(build)), build.sources(), Optional.ofNullable(ready));
        }

        private StandaloneMolecule standalone(final Molecule built)
        {
            try
            {
                return StandaloneMolecule.of(built, watch(built), kept);
            }
            catch (final MoleculeException e)
            {
                throw new BadDataException("a molecule that runs on its own has a packet " + RunProbe.NAME +
                    " besides its own ones, and this one has no room for it: " + String.join("; ", e.violations()), e);
            }
        }

        private Optional<WatchedPacket> watch(final Molecule built)
        {
            if (print == null)
            {
                return Optional.empty();
            }
            try
            {
                return Optional.of(WatchedPacket.of(built.packet(print).orElseThrow(() ->
                    new UsageException("the molecule has no packet '" + print + "'" + NearestName.suggest(
                    print, built.packets().stream().map(packet -> packet.name()).toList())))));
            }
            catch (final IllegalArgumentException e)
            {
                throw new UsageException(e.getMessage(), e);
            }
        }

        private static ClassLoader loader(final Path compiled) throws IOException
        {
            if (!Files.isDirectory(compiled))
            {
                throw new UsageException(
                    "there is no directory " + compiled + "; write it with packetflow compile --out " + compiled);
            }
            return new URLClassLoader(
                "packetflow-compiled", new URL[]{compiled.toUri().toURL()}, BuiltProgram.class.getClassLoader());
        }
    }
}

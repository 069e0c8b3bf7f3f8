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
package io.packetflow.engine.language.build;

import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Finds where in a program it stands that something does not fit. */
final class Places
{
    private final CheckedProgram program;
    private final CheckedMolecule molecule;

    Places(final CheckedProgram program, final CheckedMolecule molecule)
    {
        this.program = program;
        this.molecule = molecule;
    }

    Diagnostic diagnostic(final Misfit misfit)
    {
        final Optional<CheckedPacket> packet = program.packet(misfit.packet());
        final Diagnostic diagnostic = packet.isPresent() ?
            at(packet.get().source(), place(packet.get(), misfit.key()), misfit) :
            at(molecule.source(), place(misfit.key()), misfit);
        return diagnostic.expected(misfit.expected(), "").suggestion(misfit.suggestion());
    }

    private static Diagnostic at(final SourceFile source, final SyntaxNode place, final Misfit misfit)
    {
        return Diagnostic.of(misfit.code(), source, place.span(), misfit.message());
    }

    private static SyntaxNode place(final CheckedPacket packet, final String key)
    {
        final List<Entry> properties = packet.definition().properties();
        return properties.stream().filter(entry -> entry.key().text().equals(key))
            .<SyntaxNode>map(Entry::value).findFirst().orElse(packet.definition().name());
    }

    private SyntaxNode place(final String input)
    {
        return molecule.inputs().stream().filter(declared -> declared.name().equals(input))
            .map(CheckedInput::definition).<SyntaxNode>map(Entry::key).findFirst().orElse(molecule.definition().name());
    }
}

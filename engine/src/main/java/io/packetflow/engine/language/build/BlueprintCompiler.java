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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import io.packetflow.engine.language.FrontEnd;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.SourceReader;

/**
 * Cold path. Checks a program and draws a molecule of it. A build runs it for a program that is shipped, so that its
 * start does without the parser.
 */
public final class BlueprintCompiler
{
    private BlueprintCompiler()
    {
    }

    /**
     * Compiles a program into a file.
     *
     * @param args source, name of the molecule, file that is written
     * @throws IOException if a file cannot be read or written
     */
    public static void main(final String[] args) throws IOException
    {
        final Path target = Path.of(args[2]);
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, compile(SourceReader.read(Path.of(args[0])), args[1]).bytes());
    }

    /**
     * Draws a molecule.
     *
     * @param source of the program; what it imports is added
     * @param molecule name
     * @return the blueprint with the hash of all sources
     * @throws IllegalArgumentException if the program has errors, which the message lists, or no such molecule
     */
    public static BlueprintFile compile(final SourceFile source, final String molecule)
    {
        final CheckedProgram program = FrontEnd.check(source);
        if (program.hasErrors())
        {
            throw new IllegalArgumentException("the program has errors: " + program.diagnostics());
        }
        final CheckedMolecule declared = program.declaredMolecule(molecule).orElseThrow(() ->
            new IllegalArgumentException(source.name() + " has no molecule " + molecule));
        declared.structure().names().stream().map(program::packet).flatMap(Optional::stream)
            .filter(packet -> packet.process().isPresent()).findFirst().ifPresent(packet ->
            {
                throw new IllegalArgumentException("packet " + packet.name() + " is written in the language; a " +
                    "blueprint is of packets with Java handlers");
            });
        return new BlueprintFile(hash(program), Blueprint.of(program, declared));
    }

    private static String hash(final CheckedProgram program)
    {
        try
        {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (final ParsedSource parsed : program.sources())
            {
                digest.update(parsed.source().text().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        }
        catch (final NoSuchAlgorithmException e)
        {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.language.check.CheckedMolecule;
import io.packetflow.engine.language.run.InputFormatException;
import io.packetflow.engine.language.run.InputGenerator;
import io.packetflow.engine.language.run.InputLines;
import io.packetflow.engine.language.run.InputTable;
import io.packetflow.engine.language.run.ProgramSource;

/**
 * Cold path. What a run sends.
 *
 * @param table of the instances
 * @param count how many are sent
 * @param perSecond rate, 0 for as fast as they are taken
 * @param description where they come from, for people
 */
record ProgramInputs(InputTable table, long count, double perSecond, String description)
{
    private static final int MAX_GENERATED = 1 << 20;

    /** Reads the lines of a file, or makes instances where no file is named. */
    static ProgramInputs of(final CheckedMolecule molecule, final String file, final long generated, final long seed)
        throws IOException
    {
        if (molecule.inputs().isEmpty())
        {
            throw new UsageException("the molecule " + molecule.name() + " declares no inputs, so nothing can be " +
                "sent to it; add inputs: %{kind: %{field: :int64}}");
        }
        if (file != null)
        {
            final InputTable table = read(molecule, file);
            return new ProgramInputs(table, table.count(), 0,
                String.format(Locale.ROOT, "%s, %,d instances", file, table.count()));
        }
        final InputTable table =
            InputGenerator.generate(molecule.inputs(), (int)Math.min(generated, MAX_GENERATED), seed);
        return new ProgramInputs(table, generated, 0,
            String.format(Locale.ROOT, "generated, %,d different instances, seed %d", table.count(), seed));
    }

    private static InputTable read(final CheckedMolecule molecule, final String file) throws IOException
    {
        final boolean isStandard = file.equals(SourceSearch.STANDARD_INPUT);
        if (!isStandard && !isReadable(file))
        {
            throw new UsageException("there is no input " + file + " that can be read");
        }
        try (BufferedReader reader = isStandard ?
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)) :
            Files.newBufferedReader(Path.of(file)))
        {
            final InputTable table = InputLines.read(isStandard ? "<standard input>" : file, reader, molecule.inputs());
            if (table.count() == 0)
            {
                throw new BadDataException(file + " has no instances");
            }
            return table;
        }
        catch (final InputFormatException e)
        {
            throw new BadDataException(e.getMessage(), e);
        }
        catch (final CharacterCodingException e)
        {
            throw new BadDataException(file + " is not UTF-8", e);
        }
    }

    private static boolean isReadable(final String file)
    {
        try
        {
            return Files.isReadable(Path.of(file)) && !Files.isDirectory(Path.of(file));
        }
        catch (final InvalidPathException e)
        {
            return false;
        }
    }

    /** Returns the same with another count, if one is given, and a rate. */
    ProgramInputs sending(final Long given, final double rate)
    {
        return new ProgramInputs(table, given == null ? count : given, rate, description);
    }

    ProgramSource source()
    {
        return new ProgramSource(table, count, perSecond);
    }

    String pace()
    {
        return perSecond == 0 ? "closed loop: the next instance when the molecule takes it" :
            String.format(Locale.ROOT, "open loop: %,.0f instances/s at planned times (coordinated omission corrected)",
            perSecond);
    }
}

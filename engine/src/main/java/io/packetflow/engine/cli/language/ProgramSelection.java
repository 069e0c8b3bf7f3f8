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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.Terminal;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cold path. Which molecule of which program, on a command line. */
final class ProgramSelection
{
    @Parameters(paramLabel = "FILE", description = "program, or - for standard input")
    private String file;

    @Option(names = "--packets", paramLabel = "FILE",
        description = "declares packets that the program uses; may be repeated")
    private List<String> packets = new ArrayList<>();

    @Option(names = "--molecule", paramLabel = "NAME", description = "which one, where the program has several")
    private String molecule;

    String file()
    {
        return file;
    }

    /** Begins to build it. */
    BuiltProgram.Builder begin(final Terminal terminal)
    {
        return new BuiltProgram.Builder(terminal, file).packets(packets).molecule(molecule);
    }
}

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.PacketFlowCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow check}: what is wrong with programs. */
@Command(
    name = "check",
    header = "Check programs: grammar, names, elements, bonds, targets, routes.",
    description = {
        "Each FILE is a program of its own, with the files that it imports and those given with --packets. All that " +
            "is wrong is shown at once, each with a code that language-diagnostics.md explains.",
        ""
    },
    footer = {
        "",
        "Examples:",
        "  packetflow check trading.pf",
        "  packetflow check programs/ --packets packets.pf",
        "  packetflow check trading.pf --format json",
        "",
        "Exit codes: 0 no errors, 2 usage, 3 errors, 4 a file cannot be read."})
final class CheckCommand implements Callable<Integer>
{
    @ParentCommand
    private PacketFlowCommand root;

    @Parameters(paramLabel = "FILE", arity = "1..*",
        description = "program, or a directory in which all *.pf are checked, or - for standard input")
    private List<String> files = new ArrayList<>();

    @Option(names = "--packets", paramLabel = "FILE",
        description = "declares packets that the programs use; may be repeated")
    private List<String> packets = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    /** How diagnostics are written. */
    enum Format
    {
        /** For people. */
        text,
        /** For programs: one object. */
        json
    }

    @Override
    public Integer call() throws IOException
    {
        return new ProgramCheck(root.terminal()).run(files, packets, format == Format.json);
    }
}

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
import io.packetflow.engine.cli.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow fmt}: programs in their canonical form. */
@Command(
    name = "fmt",
    header = "Format programs in their canonical form, comments kept.",
    description = {
        "Rewrites each FILE whose form is another one, atomically and with the mode that it had. A file with syntax " +
            "errors stays as it is, and they are shown.",
        ""
    },
    footer = {
        "",
        "Examples:",
        "  packetflow fmt trading.pf programs/",
        "  packetflow fmt --check programs/",
        "  packetflow fmt --stdout - < trading.pf",
        "",
        "Exit codes: 0 done, 1 --check found a file that would change, 2 usage, 3 syntax errors, 4 a file cannot be " +
            "read or written."})
final class FmtCommand implements Callable<Integer>
{
    @ParentCommand
    private PacketFlowCommand root;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "program, or a directory in which all *.pf are " +
        "formatted, or - for standard input, with --stdout or --check")
    private List<String> files = new ArrayList<>();

    @Option(names = "--stdout", description = "print the one FILE and rewrite nothing")
    private boolean stdout;

    @Option(names = "--check", description = "only tell which files would change")
    private boolean check;

    @Override
    public Integer call() throws IOException
    {
        if (stdout && check)
        {
            throw new UsageException("--stdout and --check say different things; give one of them");
        }
        final ProgramFormat format = new ProgramFormat(root.terminal());
        return stdout ? format.print(files) : check ? format.check(files) : format.rewrite(files);
    }
}

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
import java.util.List;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.language.check.CheckedProgram;

/** Cold path. Prints a program without errors as it is when its macros are expanded. */
final class ProgramExpansion
{
    private final Terminal terminal;

    ProgramExpansion(final Terminal terminal)
    {
        this.terminal = terminal;
    }

    int run(final String file, final List<String> packets) throws IOException
    {
        final CheckedProgram program = new ProgramReader(terminal, file).check(packets);
        if (program.hasErrors())
        {
            return ExitCode.BAD_DATA;
        }
        terminal.out().print(program.expanded().text());
        return ExitCode.OK;
    }
}

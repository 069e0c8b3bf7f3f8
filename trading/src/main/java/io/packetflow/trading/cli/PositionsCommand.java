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

import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Cold path. {@code packetflow positions}: the parent of the commands about a positions table. */
@Command(
    name = PositionsCommand.NAME,
    header = "Share positions with other processes: publish, show.",
    description = {
        "A positions table is a file, a Chronicle Map, in which other processes read what the engine holds. It is a " +
            "view of a journal, filled by a process of its own, and can be deleted and made again at any time."},
    footer = {
        "",
        "Exit codes: 0 done, 1 the filler of the table is gone, 2 usage, 3 the table or the journal is unusable, or " +
            "there is none, 4 it cannot be read or written."},
    synopsisSubcommandLabel = "COMMAND")
public final class PositionsCommand implements Callable<Integer>
{
    /** Name of the command. */
    static final String NAME = "positions";

    @ParentCommand
    private PacketFlowCommand root;

    @Spec
    private CommandSpec spec;

    /** For the contributor. */
    PositionsCommand()
    {
    }

    PacketFlowCommand root()
    {
        return root;
    }

    /**
     * Without a command there is nothing to do.
     *
     * @return {@link ExitCode#USAGE}
     */
    @Override
    public Integer call()
    {
        spec.commandLine().usage(root.terminal().err());
        return ExitCode.USAGE;
    }
}

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
package io.packetflow.engine.cli.journal;

import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowCommand;
import io.packetflow.engine.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Cold path. {@code packetflow journal}: the parent of the commands about a journal. */
@Command(
    name = JournalCommand.NAME,
    header = "Look into a journal: list, dump, verify, follow, queue, prune.",
    description = "Reads the journal of a run that was started with --journal DIR, meanwhile or afterwards.",
    footer = {
        "",
        "Exit codes: 0 done, 1 a replay differs, 2 usage, 3 the journal is damaged or there is none, 4 it cannot be " +
            "read."},
    synopsisSubcommandLabel = "COMMAND")
public final class JournalCommand implements Callable<Integer>
{
    /** Name of the command. */
    public static final String NAME = "journal";

    @ParentCommand
    private PacketFlowCommand root;

    @Spec
    private CommandSpec spec;

    /** For the contributor. */
    JournalCommand()
    {
    }

    /** @return the command that has the settings and the terminal */
    public PacketFlowCommand root()
    {
        return root;
    }

    Terminal terminal()
    {
        return root.terminal();
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

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
package io.packetflow.engine.cli;

import java.util.concurrent.Callable;

import io.packetflow.engine.periodic.NearestName;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cold path. {@code packetflow help [COMMAND]}; picocli's own has a second {@code -h} that the shared one forbids. */
@Command(name = "help", description = "shows the help of a command")
final class ShowHelpCommand implements Callable<Integer>
{
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "whose help to show (default: the list)")
    private String command;

    @Override
    public Integer call()
    {
        final CommandLine root = spec.parent().commandLine();
        final CommandLine shown = command == null ? root : root.getSubcommands().get(command);
        if (shown == null)
        {
            throw new UsageException(
                "no command '" + command + "'" + NearestName.suggest(command, root.getSubcommands().keySet()));
        }
        shown.usage(root.getOut());
        return ExitCode.OK;
    }
}

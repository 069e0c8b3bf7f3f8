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

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

import io.packetflow.engine.config.ConfigurationException;
import io.packetflow.engine.periodic.NearestName;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Cold path. Turns what went wrong into one paragraph for the user and an exit code for the caller. */
final class Failures
{
    private final PrintWriter err;

    Failures(final Terminal terminal)
    {
        err = terminal.err();
    }

    /**
     * The command line does not parse.
     *
     * @param exception of picocli
     * @param args      of the command line
     * @return the exit code
     */
    int onParameterException(final ParameterException exception, final String[] args)
    {
        final CommandLine commandLine = exception.getCommandLine();
        final String command = commandLine.getCommandSpec().qualifiedName();
        err.println(command + ": " + message(exception, commandLine));
        err.println("Try '" + command + " --help'.");
        if (List.of(args).contains("--stacktrace"))
        {
            exception.printStackTrace(err);
        }
        return ExitCode.USAGE;
    }

    /**
     * A command threw.
     *
     * @param exception  that it threw
     * @param stacktrace whether the user wants to see where
     * @return the exit code
     */
    int onException(final Exception exception, final boolean stacktrace)
    {
        final int exitCode;
        if (exception instanceof CommandException expected)
        {
            exitCode = expected.exitCode();
            err.println("packetflow: " + expected.getMessage());
        }
        else if (exception instanceof ConfigurationException configuration)
        {
            exitCode = ExitCode.USAGE;
            err.println("packetflow: " + configuration.getMessage());
        }
        else if (exception instanceof IOException io)
        {
            exitCode = onIoException(io);
        }
        else if (exception instanceof UncheckedIOException unchecked)
        {
            exitCode = onIoException(unchecked.getCause());
        }
        else
        {
            return internalError(exception);
        }
        if (stacktrace)
        {
            exception.printStackTrace(err);
        }
        return exitCode;
    }

    private int onIoException(final IOException exception)
    {
        err.println("packetflow: the host refused to read or write: " + IoFailure.describe(exception) +
            "; check the path, its permissions and the space left");
        return ExitCode.HOST;
    }

    /**
     * Something happened that no command foresaw.
     *
     * @param cause of it
     * @return the exit code
     */
    int internalError(final Throwable cause)
    {
        err.println("packetflow: internal error in version " + Version.text() +
            ". This is a defect of PacketFlow; please report it with the lines below.");
        cause.printStackTrace(err);
        return ExitCode.HOST;
    }

    private static String message(final ParameterException exception, final CommandLine commandLine)
    {
        if (exception instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty())
        {
            final String argument = unmatched.getUnmatched().get(0);
            if (argument.startsWith("-"))
            {
                final List<String> options = commandLine.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName).toList();
                return "no option '" + argument + "'" +
                    NearestName.suggest(argument.replaceFirst("=.*", ""), options);
            }
            if (!commandLine.getSubcommands().isEmpty())
            {
                return "no command '" + argument + "'" +
                    NearestName.suggest(argument, commandLine.getSubcommands().keySet());
            }
            return "nothing expected '" + argument + "' here";
        }
        return exception.getMessage();
    }
}

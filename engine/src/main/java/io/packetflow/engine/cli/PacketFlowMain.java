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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import io.packetflow.engine.config.SettingRegistry;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Cold path. The {@code packetflow} program. */
public final class PacketFlowMain
{
    private PacketFlowMain()
    {
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args of the command line
     */
    public static void main(final String[] args)
    {
        // Before the first class of AWT is loaded: pictures are written, never shown.
        System.setProperty("java.awt.headless", "true");
        final ResultStream results = ResultStream.standard();
        final Terminal terminal = Terminal.standard(results);
        end(withResults(run(terminal, args), results, terminal));
    }

    /** Returns the exit code of a command whose results may not have arrived. */
    static int withResults(final int exitCode, final ResultStream results, final Terminal terminal)
    {
        if (results.failure() == null)
        {
            return exitCode;
        }
        terminal.err().println("packetflow: not all results could be printed: " +
            IoFailure.reason(results.failure()) + "; check where standard output leads");
        return exitCode == ExitCode.OK ? ExitCode.HOST : exitCode;
    }

    /**
     * Ends the process. Where a signal ends it already, a command may have finished in peace all the same; its exit
     * code shall be the one that counts, and not 128 and the number of the signal.
     */
    private static void end(final int exitCode)
    {
        final Thread probe = new Thread(() -> { });
        try
        {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
        }
        catch (final IllegalStateException e)
        {
            Runtime.getRuntime().halt(exitCode);
        }
        System.exit(exitCode);
    }

    /**
     * Runs a command in this process, with the commands of every module on the class path.
     *
     * @param terminal where it prints
     * @param args     of the command line
     * @return one of {@link ExitCode}
     */
    public static int run(final Terminal terminal, final String... args)
    {
        final List<CommandContributor> contributors = new ArrayList<>();
        ServiceLoader.load(CommandContributor.class).forEach(contributors::add);
        return run(terminal, contributors, args);
    }

    /**
     * Runs a command in this process.
     *
     * @param terminal     where it prints
     * @param contributors of commands
     * @param args         of the command line
     * @return one of {@link ExitCode}
     */
    public static int run(
        final Terminal terminal, final List<CommandContributor> contributors, final String... args)
    {
        final Failures failures = new Failures(terminal);
        try
        {
            return commandLine(terminal, contributors, failures).execute(args);
        }
        catch (final Throwable t)
        {
            return failures.internalError(t);
        }
        finally
        {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static void addSubcommands(final CommandLine command, final List<CommandContributor> contributors)
    {
        contributors.forEach(contributor ->
            contributor.subcommands(command.getCommandName()).forEach(command::addSubcommand));
    }

    private static CommandLine commandLine(
        final Terminal terminal, final List<CommandContributor> contributors, final Failures failures)
    {
        final List<CommandContributor> sorted = new ArrayList<>(contributors);
        sorted.sort(Comparator.comparingInt(CommandContributor::order).thenComparing(CommandContributor::section));

        SettingRegistry registry = SettingRegistry.engine();
        for (final CommandContributor contributor : sorted)
        {
            registry = registry.plus(contributor.settings(), contributor.relations());
        }

        final PacketFlowCommand root = new PacketFlowCommand(registry, terminal);
        final CommandLine commandLine = new CommandLine(root);
        final CommandSections sections = new CommandSections();
        for (final CommandContributor contributor : sorted)
        {
            for (final Object command : contributor.commands())
            {
                final CommandLine subcommand = new CommandLine(command);
                addSubcommands(subcommand, sorted);
                commandLine.addSubcommand(subcommand);
                sections.add(contributor.section(), subcommand.getCommandName());
            }
        }
        commandLine.addSubcommand(new ShowHelpCommand());
        sections.add("Help", "help");
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, sections);
        return commandLine
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(100)
            .setParameterExceptionHandler(failures::onParameterException)
            .setExecutionExceptionHandler(
                (exception, failing, parseResult) -> failures.onException(exception, root.isStacktrace()));
    }
}

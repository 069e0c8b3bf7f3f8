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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.config.Origin;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.SettingRegistry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Cold path. The root of all commands: the options that they share, and the settings that come of them.
 *
 * <p>A command asks for {@link #settings()}, or for {@link #settingsBuilder()} where options of its own, such as
 * {@code --plan}, set something too.
 */
@Command(
    name = "packetflow",
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs molecules of packets on pinned cores, with latency that can be trusted.",
    versionProvider = Version.class,
    footer = {"", "Exit codes: 0 ok, 1 verdict against, 2 usage, 3 bad data, 4 host or environment, 5 inconclusive."})
public final class PacketFlowCommand implements Callable<Integer>
{
    /** Read from the working directory where it exists and no {@code --config} is given. */
    public static final Path DEFAULT_CONFIG = Path.of("packetflow.properties");

    private final SettingRegistry registry;
    private final Terminal terminal;
    private final List<String> assignments = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT,
        description = "properties file (default: packetflow.properties here, if it exists)")
    private Path configFile;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "show where an error came from")
    private boolean stacktrace;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "show this help")
    @SuppressWarnings("unused") // picocli sees it
    private boolean helpRequested;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "show the version")
    @SuppressWarnings("unused") // picocli sees it
    private boolean versionRequested;

    PacketFlowCommand(final SettingRegistry registry, final Terminal terminal)
    {
        this.registry = registry;
        this.terminal = terminal;
    }

    @Option(names = "-c", paramLabel = "KEY=VALUE", scope = ScopeType.INHERIT,
        description = "set one property; may be repeated (see: packetflow config)")
    void assign(final List<String> values)
    {
        assignments.clear();
        assignments.addAll(values);
    }

    /** @return every registered setting */
    public SettingRegistry registry()
    {
        return registry;
    }

    /** @return where to print */
    public Terminal terminal()
    {
        return terminal;
    }

    /** @return whether stack traces are wanted */
    public boolean isStacktrace()
    {
        return stacktrace;
    }

    /**
     * The settings of this command line: defaults, properties file, system properties, {@code -c}.
     *
     * @return concluded settings
     * @throws io.packetflow.engine.config.ConfigurationException that lists every error
     * @throws UsageException if a {@code -c} has no {@code =}
     */
    public ReactorSettings settings()
    {
        return settingsBuilder().conclude();
    }

    /**
     * The same layers before they are concluded, for commands with options that stand for settings.
     *
     * @return a builder with every layer in it
     * @throws UsageException if a {@code -c} has no {@code =}
     */
    public ReactorSettings.Builder settingsBuilder()
    {
        final ReactorSettings.Builder builder = ReactorSettings.builder(registry);
        if (configFile != null)
        {
            builder.file(configFile);
        }
        else if (Files.exists(DEFAULT_CONFIG))
        {
            builder.file(DEFAULT_CONFIG);
        }
        builder.systemProperties(System.getProperties());
        for (final String assignment : assignments)
        {
            final int equalsIndex = assignment.indexOf('=');
            if (equalsIndex < 1)
            {
                throw new UsageException("-c needs KEY=VALUE, but has '" + assignment +
                    "'; write for example -c packetflow.plan=one-node");
            }
            builder.set(
                assignment.substring(0, equalsIndex), assignment.substring(equalsIndex + 1), Origin.COMMAND_LINE);
        }
        return builder;
    }

    /**
     * Without a command there is nothing to do.
     *
     * @return {@link ExitCode#USAGE}
     */
    @Override
    public Integer call()
    {
        spec.commandLine().usage(terminal.err());
        return ExitCode.USAGE;
    }
}

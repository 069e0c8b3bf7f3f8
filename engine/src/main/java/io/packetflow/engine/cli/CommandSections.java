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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Cold path. Lists the commands in help under the headings of their contributors, sorted by name. */
final class CommandSections implements IHelpSectionRenderer
{
    private final Map<String, SortedSet<String>> commandsBySection = new LinkedHashMap<>();

    /**
     * Adds a command; sections keep the order in which they came.
     *
     * @param section heading
     * @param command name
     */
    void add(final String section, final String command)
    {
        commandsBySection.computeIfAbsent(section, heading -> new TreeSet<>()).add(command);
    }

    @Override
    public String render(final Help help)
    {
        final Map<String, CommandLine> subcommands = help.commandSpec().subcommands();
        final int width = subcommands.keySet().stream().mapToInt(String::length).max().orElse(0);
        final StringBuilder list = new StringBuilder(1_024);
        commandsBySection.forEach((section, commands) ->
        {
            list.append('\n').append(section).append(":\n");
            commands.forEach(command -> list.append("  ").append(command)
                .append(" ".repeat(width - command.length() + 3))
                .append(shortText(subcommands.get(command).getCommandSpec().usageMessage()))
                .append('\n'));
        });
        return list.toString();
    }

    /** The header where there is one: the description may then take several lines. */
    private static String shortText(final UsageMessageSpec usage)
    {
        return String.join(" ", usage.header().length > 0 ? usage.header() : usage.description());
    }
}

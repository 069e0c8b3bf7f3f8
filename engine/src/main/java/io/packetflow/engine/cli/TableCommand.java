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

import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow table}: the periodic table of packets. */
@Command(name = "table", description = "prints the periodic table of packets: six groups, 24 elements")
final class TableCommand implements Callable<Integer>
{
    @ParentCommand
    private PacketFlowCommand root;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "terminal",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    /** How the table is written. */
    enum Format
    {
        /** Boxes for people. */
        terminal,
        /** For documentation. */
        markdown
    }

    @Override
    public Integer call()
    {
        root.terminal().out().print(
            format == Format.markdown ? markdown() : new PeriodicTablePicture(root.terminal().unicode()).render());
        return ExitCode.OK;
    }

    private static String markdown()
    {
        final TextTable groups = new TextTable(
            "group", "name", "reactivity", "electron configuration", "characteristic properties", "rule");
        final TextTable elements = new TextTable("element", "name", "group", "meaning");
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            groups.row(group.name(), group.title(), Integer.toString(group.reactivityRank()),
                group.electronConfiguration(), group.characteristicProperties(), group.rule());
            for (final Element element : group.elements())
            {
                elements.row("`" + element.qualifiedSymbol() + "`", element.title(), group.title(), element.meaning());
            }
        }
        return groups.markdown() + "\n" + elements.markdown();
    }
}

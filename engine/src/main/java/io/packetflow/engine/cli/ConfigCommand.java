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

import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.Setting;
import io.packetflow.engine.config.SettingKey;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow config}: every setting, its value and where the value came from. */
@Command(name = "config", description = "prints every setting, its value and its origin")
final class ConfigCommand implements Callable<Integer>
{
    private static final String GROUP_PREFIX = SettingKey.PREFIX + "group.";

    @ParentCommand
    private PacketFlowCommand root;

    @Option(names = "--all", description = "also the group settings that stand at their defaults")
    private boolean all;

    @Option(names = "--markdown", description = "as a Markdown table with the accepted values, for documentation")
    private boolean markdown;

    @Override
    public Integer call()
    {
        final ReactorSettings settings = root.settings();
        if (markdown)
        {
            root.terminal().out().print(documentation(settings.all()).markdown());
            return ExitCode.OK;
        }
        final List<Setting<?>> shown =
            settings.all().stream().filter(setting -> all || !isPlainGroup(setting)).toList();
        final TextTable table = new TextTable("key", "value", "origin", "unit", "description");
        shown.forEach(setting -> table.row(
            setting.key().name(), setting.text(), setting.origin().place(), setting.key().type().unit(),
            setting.key().description()));
        root.terminal().out().print(table.plain());
        final int hidden = settings.all().size() - shown.size();
        if (hidden > 0)
        {
            root.terminal().out().println();
            root.terminal().out().println(hidden + " group settings stand at their defaults; --all shows them.");
        }
        return ExitCode.OK;
    }

    private static boolean isPlainGroup(final Setting<?> setting)
    {
        return setting.isDefault() && setting.key().name().startsWith(GROUP_PREFIX);
    }

    private static TextTable documentation(final List<Setting<?>> settings)
    {
        final TextTable table = new TextTable("key", "default", "unit", "accepted", "description");
        settings.stream().map(Setting::key).forEach(key -> table.row(
            "`" + key.name() + "`", "`" + key.defaultText() + "`", key.type().unit(), key.type().examples(),
            key.description()));
        return table;
    }
}

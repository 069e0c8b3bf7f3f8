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

import java.util.Collection;
import java.util.List;

import io.packetflow.engine.config.SettingKey;
import io.packetflow.engine.config.SettingRelation;

/**
 * Cold path. How a module adds commands to the {@code packetflow} program; found by {@link java.util.ServiceLoader}
 * through {@code META-INF/services/io.packetflow.engine.cli.CommandContributor}.
 *
 * <p>A command is an object annotated with picocli's {@code @Command(name, description)} that implements
 * {@code Callable<Integer>} and answers an {@link ExitCode}. It reaches the shared options and the settings through a
 * field {@code @ParentCommand PacketFlowCommand}, and prints to {@code spec.commandLine().getOut()}.
 */
public interface CommandContributor
{
    /** @return the heading under which help lists the commands, such as {@code Trading} */
    String section();

    /** @return where the section stands in help; lower comes first */
    default int order()
    {
        return 50;
    }

    /** @return new command objects; each call answers new ones */
    Collection<Object> commands();

    /**
     * Commands below one of any module, such as {@code journal replay}; each call answers new ones.
     *
     * @param command name of a command that stands below {@code packetflow}
     * @return command objects, whose parent is that command
     */
    default Collection<Object> subcommands(final String command)
    {
        return List.of();
    }

    /** @return the settings that the module adds to the engine's */
    default Collection<SettingKey<?>> settings()
    {
        return List.of();
    }

    /** @return what must hold between them */
    default Collection<SettingRelation> relations()
    {
        return List.of();
    }
}

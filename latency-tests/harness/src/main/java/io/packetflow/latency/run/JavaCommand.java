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
package io.packetflow.latency.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.cli.UsageException;

/**
 * Cold path. The command line of a forked JVM: the launcher's own flags, assertions off, and niceness -20 where the
 * host permits it ({@code nice} itself goes on without it where it does not).
 */
public final class JavaCommand
{
    private static final List<String> ARGUMENT_FILES = List.of("jvm.args", "production.args");
    private static final String NICE = "nice";

    private final List<String> prefix = new ArrayList<>();
    private final String classPath;

    /**
     * Prepares the part that all forks of this build share.
     *
     * @param arguments directory with the launcher's argument files
     * @param environment of this process
     * @throws UsageException if there is no such directory
     */
    public JavaCommand(final Path arguments, final Map<String, String> environment)
    {
        this(arguments, environment, System.getProperty("java.class.path"));
    }

    /**
     * Prepares the part that all forks of a build share.
     *
     * @param arguments directory with the launcher's argument files
     * @param environment of this process
     * @param classPath of the build
     * @throws UsageException if there is no such directory
     */
    public JavaCommand(final Path arguments, final Map<String, String> environment, final String classPath)
    {
        this.classPath = classPath;
        if (isOnPath(environment.getOrDefault("PATH", "")))
        {
            prefix.addAll(List.of(NICE, "-n", "-20"));
        }
        prefix.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (final String name : ARGUMENT_FILES)
        {
            final Path file = arguments.resolve(name);
            if (!Files.isReadable(file))
            {
                throw new UsageException("no argument file " + file + "; say where the launcher's jvm.args and " +
                    "production.args are, with --args");
            }
            prefix.add("@" + file);
        }
        prefix.add("-da");
    }

    private static boolean isOnPath(final String path)
    {
        return Arrays.stream(path.split(File.pathSeparator, -1)).filter(directory -> !directory.isEmpty())
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, NICE)));
    }

    /**
     * Writes the command line of a fork.
     *
     * @param subject to measure
     * @param arguments of its main class
     * @return the words
     */
    public List<String> of(final Subject subject, final List<String> arguments)
    {
        final List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("-cp", classPath));
        // Behind the class path, because the last one counts: a subject may bring its own.
        command.addAll(subject.jvmOptions());
        command.add(subject.mainClass());
        command.addAll(arguments);
        return command;
    }
}

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
package io.packetflow.trading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.PacketFlowMain;

/** Prepares programs in a JVM of their own, for what cannot be seen, or must not happen, in that of the tests. */
public final class ChildProgram
{
    private static final Path JVM_ARGS = Path.of("../tuning/bin/jvm.args").toAbsolutePath().normalize();

    private ChildProgram()
    {
    }

    /** A program with the options that every JVM of PacketFlow needs, and some that let it start fast. */
    public static ProcessBuilder java(
        final List<String> jvmOptions, final Class<?> mainClass, final List<String> arguments) throws IOException
    {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + JVM_ARGS,
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-XX:-UsePerfData"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** A command with its files in a directory, stepped by one thread that yields, without warm-up. */
    public static ProcessBuilder packetflow(
        final Path directory, final List<String> jvmOptions, final String... arguments) throws IOException
    {
        final List<String> all = new ArrayList<>(List.of(arguments));
        for (final String setting : settings(directory))
        {
            all.add("-c");
            all.add(setting);
        }
        return java(jvmOptions, PacketFlowMain.class, all).directory(directory.toFile());
    }

    /** Settings that keep a run's files in a directory and its threads off the cores of others. */
    public static List<String> settings(final Path directory)
    {
        return List.of("packetflow.warmup=off", "packetflow.threading=invoker", "packetflow.cores.reserve=off",
            "packetflow.stall.limit=1h", "packetflow.counters.file=" + directory.resolve("counters.dat"),
            "packetflow.control.dir=" + directory.resolve("control"),
            "packetflow.output.dir=" + directory.resolve("out"));
    }
}

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
package io.packetflow.latency.peers.erlang;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.packetflow.engine.cli.HostException;

/** Cold path. The Erlang of this host: compiles the script and runs a function of it in a process of its own. */
public final class ErlangRuntime
{
    private static final String MODULE = "packetflow_peer";
    private static final String REMEDY = "; apt-get install --no-install-recommends erlang-base";

    private final Path directory;

    private ErlangRuntime(final Path directory)
    {
        this.directory = directory;
    }

    /** Returns whether there is an Erlang on the path of this process. */
    public static boolean isInstalled()
    {
        return isOnPath("erl") && isOnPath("erlc");
    }

    private static boolean isOnPath(final String program)
    {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty()).anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }

    /**
     * Compiles the script.
     *
     * @param directory where it goes
     * @return what runs it
     * @throws IOException if the directory cannot be written
     * @throws HostException if there is no Erlang, or it does not compile the script
     */
    public static ErlangRuntime prepare(final Path directory) throws IOException, InterruptedException
    {
        if (!isInstalled())
        {
            throw new HostException("no erl and erlc on the PATH" + REMEDY);
        }
        final Path source = directory.resolve(MODULE + ".erl");
        try (InputStream script = ErlangRuntime.class.getResourceAsStream("/erlang/" + MODULE + ".erl"))
        {
            Files.copy(script, source, StandardCopyOption.REPLACE_EXISTING);
        }
        run(directory, List.of("erlc", "-o", directory.toString(), source.toString()));
        return new ErlangRuntime(directory);
    }

    /**
     * Runs a function of the script with Erlang's default flags.
     *
     * @param function that takes a list of words
     * @param words for it
     * @throws IOException if it cannot be started
     * @throws HostException if it fails
     */
    public void run(final String function, final String... words) throws IOException, InterruptedException
    {
        final List<String> command =
            new ArrayList<>(List.of("erl", "-noinput", "-pa", directory.toString(), "-run", MODULE, function));
        command.addAll(List.of(words));
        run(directory, command);
    }

    private static void run(final Path directory, final List<String> command) throws IOException, InterruptedException
    {
        final Process process = new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start();
        if (process.waitFor() != 0)
        {
            throw new HostException(command.get(0) + " ended with " + process.exitValue() + ": " + command + REMEDY +
                ", version 25 or later");
        }
    }
}

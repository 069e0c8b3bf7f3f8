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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.packetflow.engine.cli.HostException;
import io.packetflow.latency.fork.ForkFile;
import io.packetflow.latency.fork.ForkResult;

/**
 * Cold path. Runs forks, one at a time: each a JVM of its own that writes a result and a log. A fork that does not end
 * is given up; when this process ends, its forks end too.
 */
public final class ForkLauncher
{
    private static final int LOG_LINES = 15;

    private final JavaCommand java;
    private final Path directory;
    private final int timeoutSeconds;
    private final Set<Process> live = ConcurrentHashMap.newKeySet();

    /**
     * Makes a launcher.
     *
     * @param java command of a fork
     * @param directory of results and logs
     * @param timeoutSeconds after which a fork is given up
     */
    public ForkLauncher(final JavaCommand java, final Path directory, final int timeoutSeconds)
    {
        this.java = java;
        this.directory = directory;
        this.timeoutSeconds = timeoutSeconds;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> live.forEach(ForkLauncher::destroy), "end-forks"));
    }

    /**
     * Runs a fork.
     *
     * @param label unique in this run
     * @param subject to measure
     * @param arguments of its main class
     * @return what it answered
     * @throws HostException if it failed or did not end
     */
    public ForkResult run(final String label, final Subject subject, final List<String> arguments)
    {
        final Path result = directory.resolve(label + ".properties");
        final Path log = directory.resolve(label + ".log");
        final List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--out", result.toString()));
        try
        {
            Files.createDirectories(directory);
            Files.deleteIfExists(result);
            final Process process = new ProcessBuilder(java.of(subject, all)).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
            await(label, process, log);
            if (!Files.exists(result))
            {
                throw new HostException("the fork " + label + " left no result; the end of its log:\n" + tail(log));
            }
            return ForkFile.read(result);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the fork " + label + " cannot be run: " + e.getMessage(), e);
        }
    }

    private void await(final String label, final Process process, final Path log) throws IOException
    {
        live.add(process);
        try
        {
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS))
            {
                throw new HostException(
                    "the fork " + label + " did not end within " + timeoutSeconds + " s; its log: " + log);
            }
            if (process.exitValue() != 0)
            {
                throw new HostException("the fork " + label + " failed with exit code " + process.exitValue() +
                    "; the end of its log, " + log + ":\n" + tail(log));
            }
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new HostException("interrupted while the fork " + label + " ran", e);
        }
        finally
        {
            destroy(process);
            live.remove(process);
        }
    }

    private static void destroy(final Process process)
    {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String tail(final Path log) throws IOException
    {
        final List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
}

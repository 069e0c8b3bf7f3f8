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
package io.packetflow.latency.peers.scenario;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.run.Subject;

/** Cold path. Makes forks with the libraries of others on their class path, and what those need of the JVM. */
final class PeerSubjects
{
    /** Property with the directory of the libraries; the bench script sets it. */
    static final String DIRECTORY = "packetflow.bench.peers";

    private static final String MAIN = "io.packetflow.latency.peers.PeerForkMain";

    private PeerSubjects()
    {
    }

    /**
     * A subject that runs in a JVM with the libraries of others.
     *
     * @param name unique in its scenario
     * @param arguments of the fork
     * @param jvmOptions beyond those of the launcher
     * @return the subject
     * @throws UsageException if the libraries are not there
     */
    static Subject of(final String name, final List<String> arguments, final String... jvmOptions)
    {
        return subject(name, arguments, "", jvmOptions);
    }

    /**
     * A subject that runs exchange-core as a whole, with the older Disruptor that it reaches into.
     *
     * @param name unique in its scenario
     * @param arguments of the fork
     * @param jvmOptions beyond those of the launcher
     * @return the subject
     * @throws UsageException if the libraries are not there
     */
    static Subject ofExchangeCore(final String name, final List<String> arguments, final String... jvmOptions)
    {
        return subject(name, arguments, "exchange-core", jvmOptions);
    }

    /** What lies in the directory that is named, if one is, comes before the rest. */
    private static Subject subject(
        final String name, final List<String> arguments, final String before, final String... jvmOptions)
    {
        final Path directory = Path.of(System.getProperty(DIRECTORY, "latency-tests/peers/target/peers"));
        if (!Files.isDirectory(directory.resolve("lib")))
        {
            throw new UsageException("no libraries of others below " + directory + "; latency-tests/bench --peers " +
                "builds them, -D" + DIRECTORY + " says where they are");
        }
        final String classPath = Stream.of(before, "scenarios", "lib").filter(part -> !part.isEmpty())
            .map(part -> directory.resolve(part) + "/*").collect(Collectors.joining(File.pathSeparator));
        final List<String> options = new ArrayList<>(List.of("-cp", classPath));
        options.addAll(List.of(jvmOptions));
        return new Subject(name, MAIN, results -> arguments, options);
    }
}

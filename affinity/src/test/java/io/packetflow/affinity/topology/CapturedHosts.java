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
package io.packetflow.affinity.topology;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The captured dual Xeon 8380 of the shared data, in several numberings; tests are skipped where it is absent. */
public final class CapturedHosts
{
    private static final Map<String, Path> EXTRACTED = new HashMap<>();

    private CapturedHosts()
    {
    }

    public static Path directory(final String name)
    {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent())
        {
            final Path found = up.resolve("shared/data/topology").resolve(name);
            if (Files.isDirectory(found))
            {
                return found;
            }
        }
        assumeTrue(false, "no shared/data/topology/" + name + " beside this checkout: captured host not tested");
        throw new IllegalStateException("unreachable");
    }

    /** Extracts what a topology is read from, once for all tests; the files are deleted when the JVM ends. */
    public static synchronized Path extract(final String name) throws IOException, InterruptedException
    {
        final Path known = EXTRACTED.get(name);
        if (known != null)
        {
            return known;
        }
        final Path archive = directory(name).resolve("sysfs.tar.gz");
        assumeTrue(Files.exists(archive), "no " + archive + ": captured host not tested");
        final Path into = Files.createTempDirectory("topology-" + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(into)));
        final List<String> command = new ArrayList<>(List.of("tar", "xzf", archive.toString(), "-C", into.toString()));
        // Creating a file is what costs time here, and most of the archive is for other readers.
        Stream.of("*/cpuidle/*", "*/cpufreq/*", "*/power/*", "*/hugepages/*", "*/irq/*", "*size", "*/index*/id",
            "*/type", "*/die_*", "*/package_*", "*/core_siblings*", "*/thread_siblings*", "*/core_cpus", "*/core_id",
            "*/index[0-2]/shared_cpu_list", "*/meminfo", "*/numastat", "*/cpumap")
            .forEach((pattern) -> command.add("--exclude=" + pattern));
        final Process tar;
        try
        {
            tar = new ProcessBuilder(command).inheritIO().start();
        }
        catch (final IOException missing)
        {
            assumeTrue(false, "no tar on this host (" + missing.getMessage() + "): captured host not tested");
            throw missing;
        }
        assumeTrue(tar.waitFor() == 0, "tar cannot extract " + archive);
        EXTRACTED.put(name, into);
        return into;
    }

    private static void delete(final Path directory)
    {
        try (Stream<Path> files = Files.walk(directory))
        {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
        catch (final IOException left)
        {
            throw new UncheckedIOException(left);
        }
    }
}

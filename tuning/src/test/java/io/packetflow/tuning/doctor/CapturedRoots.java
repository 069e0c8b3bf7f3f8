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
package io.packetflow.tuning.doctor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Unpacks the captured dual Xeon 8380 of the shared data; tests are skipped where it is absent. */
public final class CapturedRoots
{
    /** Its files are for other readers, and creating a file is what costs time. */
    private static final List<String> LEFT_OUT = List.of("*/cache/index[0-2]/*", "*/topology/core_siblings*",
        "*/topology/package_cpus*", "*/topology/die_*", "*/topology/thread_siblings", "*/topology/core_cpus", "*/desc",
        "*/usage", "*/time", "*/residency", "*/numastat", "*/cpumap", "*/pm_qos*");

    private CapturedRoots()
    {
    }

    /** Unpacks a capture into a directory that is there. */
    public static Path unpack(final String name, final Path into) throws IOException, InterruptedException
    {
        final Path archive = archive(name);
        final List<String> command = new ArrayList<>(List.of("tar", "xzf", archive.toString(), "-C", into.toString()));
        LEFT_OUT.forEach(pattern -> command.add("--exclude=" + pattern));
        assumeTrue(Stream.of("/bin/tar", "/usr/bin/tar").map(Path::of).anyMatch(Files::isExecutable),
            "no tar on this host: captured host not examined");
        final Process tar = new ProcessBuilder(command).inheritIO().start();
        assumeTrue(tar.waitFor() == 0, "tar cannot unpack " + archive);
        return into;
    }

    /** What the archive leaves out and lies beside it. */
    static void addProcessors(final String name, final Path root) throws IOException
    {
        Files.copy(archive(name).resolveSibling("cpuinfo.txt"), root.resolve("proc/cpuinfo"));
    }

    private static Path archive(final String name)
    {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent())
        {
            final Path found = up.resolve("shared/data/topology").resolve(name).resolve("sysfs.tar.gz");
            if (Files.exists(found))
            {
                return found;
            }
        }
        assumeTrue(false, "no shared/data/topology/" + name + " beside this checkout: captured host not examined");
        throw new IllegalStateException("unreachable");
    }
}

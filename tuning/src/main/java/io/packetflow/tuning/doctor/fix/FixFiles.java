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
package io.packetflow.tuning.doctor.fix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.tuning.doctor.report.Diagnosis;

/** Cold path. Writes the remedies of a diagnosis into a directory, and nowhere else. */
public final class FixFiles
{
    private static final String SCRIPT = "apply.sh";

    private FixFiles()
    {
    }

    /**
     * Writes the files.
     *
     * @param directory to write into; made where it is missing, and refused where it holds anything else
     * @param diagnosis whose remedies
     * @return the files, relative to the directory
     * @throws IOException if one cannot be written
     */
    public static List<Path> write(final Path directory, final Diagnosis diagnosis) throws IOException
    {
        if (diagnosis.host().placement().isEmpty())
        {
            throw new HostException("no remedies can be written while no CPU is known to be pinned: " +
                diagnosis.host().placement().problem().orElse("none is planned") + "; name them with --cpus");
        }
        refuseForeign(directory);
        final Remedies remedies = Remedies.of(diagnosis);
        final List<Path> written = new ArrayList<>();
        put(directory, written, SCRIPT, ShellScript.of(diagnosis, remedies));
        put(directory, written, "kernel-cmdline.txt", String.join(" ", remedies.boot()) + "\n");
        put(directory, written, "sysctl.d/90-packetflow.conf", Settings.sysctl(remedies));
        put(directory, written, "tuned/packetflow/tuned.conf", Settings.tuned(diagnosis, remedies));
        put(directory, written, "systemd/packetflow-engine.slice", Units.slice(diagnosis.host()));
        put(directory, written, "systemd/packetflow.service", Units.service(diagnosis.host()));
        put(directory, written, "systemd/packetflow.env", Units.environment(diagnosis.host()));
        put(directory, written, "systemd/system.conf.d/packetflow.conf", Units.manager(diagnosis.host()));
        if (!directory.resolve(SCRIPT).toFile().setExecutable(true, false))
        {
            throw new HostException("cannot make " + directory.resolve(SCRIPT) + " executable; run it with bash");
        }
        return written;
    }

    private static void refuseForeign(final Path directory) throws IOException
    {
        if (Files.exists(directory) && !Files.isDirectory(directory))
        {
            throw new UsageException("--fix-script " + directory + " is no directory; name one that is empty or new");
        }
        if (Files.isDirectory(directory) && !Files.exists(directory.resolve(SCRIPT)))
        {
            try (Stream<Path> entries = Files.list(directory))
            {
                if (entries.findAny().isPresent())
                {
                    throw new UsageException("--fix-script " + directory +
                        " holds other files; name a directory that is empty, new, or written by the doctor");
                }
            }
        }
    }

    private static void put(
        final Path directory, final List<Path> written, final String name, final String text) throws IOException
    {
        final Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        written.add(Path.of(name));
    }
}

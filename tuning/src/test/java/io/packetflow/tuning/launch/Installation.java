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
package io.packetflow.tuning.launch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An installation like that of {@code target/app}, with the classes that are tested. */
final class Installation
{
    private static final Path SOURCE_TREE = Path.of("..").toAbsolutePath().normalize();

    private Installation()
    {
    }

    static Path make(final Path directory) throws IOException
    {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "launcher and starter are scripts of bash");
        final Path home = Files.createDirectories(directory);
        Files.createDirectories(home.resolve("bin"));
        Files.copy(SOURCE_TREE.resolve("packetflow"), home.resolve("packetflow"));
        try (Stream<Path> files = Files.list(SOURCE_TREE.resolve("tuning/bin")))
        {
            for (final Path file : files.toList())
            {
                Files.copy(file, home.resolve("bin").resolve(file.getFileName()));
            }
        }
        final Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        Files.createDirectories(home.resolve("lib"));
        try (OutputStream file = Files.newOutputStream(home.resolve("lib/packetflow-tested.jar"));
            JarOutputStream jar = new JarOutputStream(file, manifest))
        {
            jar.finish();
        }
        return home;
    }

    private static String classPath()
    {
        final List<String> entries =
            Arrays.asList(System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1));
        return entries.stream().map(entry -> Path.of(entry).toUri().toString()).collect(Collectors.joining(" "));
    }
}

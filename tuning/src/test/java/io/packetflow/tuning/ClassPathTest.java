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
package io.packetflow.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;

import org.junit.jupiter.api.Test;

/** What the product brings with it, and what it must not. */
class ClassPathTest
{
    private static final List<String> CLASS_PATH = Arrays.asList(
        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1));

    @Test
    void shouldNotBringTheAnalyticsThatOpenSockets()
    {
        assertThat(CLASS_PATH).noneMatch(entry -> entry.contains("chronicle-analytics"));
        assertThat(ClassLoader.getSystemResource("net/openhft/chronicle/analytics/Analytics.class")).isNull();
    }

    @Test
    void shouldNotReachTheAnalyticsThroughAManifest() throws IOException
    {
        for (final String entry : CLASS_PATH)
        {
            final Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && namesAnalytics(jar))
            {
                assertThat(jar.resolveSibling("chronicle-analytics.jar")).doesNotExist();
                assertThat(siblings(jar)).as("beside %s", jar).noneMatch(name -> name.contains("chronicle-analytics"));
            }
        }
    }

    @Test
    void shouldKeepLoggersOfLibrariesQuiet()
    {
        assertThat(CLASS_PATH).anyMatch(entry -> entry.contains("slf4j-nop"));
    }

    private static boolean namesAnalytics(final Path jar) throws IOException
    {
        try (InputStream in = Files.newInputStream(jar); JarInputStream content = new JarInputStream(in))
        {
            return content.getManifest() != null && String.valueOf(
                content.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH)).contains("analytics");
        }
    }

    private static List<String> siblings(final Path jar) throws IOException
    {
        try (var files = Files.list(jar.getParent()))
        {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

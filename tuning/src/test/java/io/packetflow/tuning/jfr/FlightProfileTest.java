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
package io.packetflow.tuning.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import jdk.jfr.Configuration;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;

import org.junit.jupiter.api.Test;

/** The flight profile that is shipped sets every event of the engine, and nothing that samples threads. */
class FlightProfileTest
{
    private static final Path PROFILE = Path.of("jfr/packetflow.jfc");

    @Test
    void shouldEnableEveryEventOfTheEngine() throws Exception
    {
        final List<String> events = new ClassFileImporter().importPackages("io.packetflow").stream()
            .filter(type -> type.isAssignableTo(Event.class)).map(type -> type.getAnnotationOfType(Name.class).value())
            .toList();
        final Map<String, String> settings = Configuration.create(PROFILE).getSettings();

        assertThat(events).hasSizeGreaterThanOrEqualTo(7);
        final TreeSet<String> enabled = new TreeSet<>();
        settings.forEach((setting, value) ->
        {
            if (setting.startsWith("packetflow.") && setting.endsWith("#enabled") && value.equals("true"))
            {
                enabled.add(setting.substring(0, setting.indexOf('#')));
            }
        });
        assertThat(enabled).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void shouldSampleNothing() throws Exception
    {
        assertThat(Configuration.create(PROFILE).getSettings().keySet())
            .noneMatch(setting -> setting.contains("Sample") || setting.contains("Allocation"));
    }

    @Test
    void shouldBeAProfileThatAJvmRecordsWith() throws Exception
    {
        try (Recording recording = new Recording(Configuration.create(PROFILE)))
        {
            recording.setMaxAge(Duration.ofMinutes(1));
            recording.start();

            assertThat(recording.getSettings()).containsEntry("packetflow.Hiccup#threshold", "50 ms")
                .containsEntry("packetflow.Takeover#enabled", "true");
        }
    }
}

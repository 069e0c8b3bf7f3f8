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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest
{
    @Test
    void shouldTakeTurns()
    {
        final List<Subject> subjects = List.of(Subject.of("A", List.of()), Subject.of("B", List.of()));
        final List<String> names = new ArrayList<>();
        for (int round = 0; round < 4; round++)
        {
            Rounds.order(subjects, round).forEach(subject -> names.add(subject.name()));
        }

        assertThat(names).containsExactly("A", "B", "B", "A", "A", "B", "B", "A");
    }

    @Test
    void shouldGoOnWithoutASubjectWhoseForkFails(@TempDir final Path directory)
    {
        final ForkLauncher launcher =
            new ForkLauncher(new JavaCommand(Path.of("..", "..", "tuning", "bin"), System.getenv()), directory, 120);
        final StringWriter progress = new StringWriter();
        final Map<String, String> failures = new LinkedHashMap<>();

        final Results results = new Rounds(launcher, new Progress(new PrintWriter(progress))).runThoseThatCan("mixed",
            List.of(Subject.of("whole", List.of("slot-bytes")),
            Subject.of("broken", List.of("floor", "--feed", "no/such.itch50"))), 2, failures);

        assertThat(results.of("whole")).hasSize(2);
        assertThat(results.all()).containsOnlyKeys("whole");
        assertThat(failures).containsOnlyKeys("broken");
        assertThat(failures.get("broken")).contains("the fork mixed-broken-1 failed with exit code 3");
        assertThat(progress.toString()).containsOnlyOnce("NOT MEASURED: the fork mixed-broken-1");
    }
}

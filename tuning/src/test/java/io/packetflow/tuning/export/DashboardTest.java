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
package io.packetflow.tuning.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.packetflow.engine.telemetry.CountersFile;
import io.packetflow.tuning.watch.CountersFixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard asks for nothing that the exporter does not have. */
class DashboardTest
{
    private static final Path DASHBOARD = Path.of("grafana/packetflow.json");
    private static final Pattern METRIC = Pattern.compile("packetflow_[a-z0-9_]+");
    private static final Pattern SELECTOR = Pattern.compile("(packetflow_[a-z0-9_]+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=~?\"");

    @TempDir
    private Path directory;

    private static List<String> values(final String field) throws IOException
    {
        final List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(DASHBOARD.toFile()))
        {
            while (parser.nextToken() != null)
            {
                if (parser.currentToken() == JsonToken.VALUE_STRING && field.equals(parser.currentName()))
                {
                    values.add(parser.getText());
                }
            }
        }
        return values;
    }

    private String exported() throws IOException
    {
        try (CountersFile file = CountersFixture.running(directory.resolve("counters.dat"));
            ExportedEngines engines = new ExportedEngines(file.path(), true))
        {
            return engines.scrape();
        }
    }

    @Test
    void shouldAskForExportedMetricsAndLabelsOnly() throws IOException
    {
        final String exported = exported();
        final List<String> queries = values("expr");

        assertThat(queries).hasSizeGreaterThan(20);
        for (final String query : queries)
        {
            final Matcher selector = SELECTOR.matcher(query);
            int selectors = 0;
            while (selector.find())
            {
                selectors++;
                final Set<String> labels = new TreeSet<>();
                final Matcher label = LABEL.matcher(selector.group(2));
                while (label.find())
                {
                    labels.add(label.group(1));
                }
                assertThat(exported.lines().filter(line -> line.startsWith(selector.group(1) + "{")))
                    .as(query).isNotEmpty().allSatisfy(line -> assertThat(ExpositionTest.parse(line)).containsKeys(
                    labels.toArray(String[]::new)));
            }
            assertThat(selectors).as(query).isEqualTo((int)METRIC.matcher(query).results().count()).isPositive();
        }
    }

    @Test
    void shouldShowWhatMattersOfAnEngine() throws IOException
    {
        final Set<String> asked = new TreeSet<>();
        values("expr").forEach(query -> METRIC.matcher(query).results().forEach(found -> asked.add(found.group())));

        assertThat(asked).contains("packetflow_up", "packetflow_latency_seconds", "packetflow_latency_max_seconds",
            "packetflow_instances_admitted_total", "packetflow_packet_count", "packetflow_ring_depth_slots",
            "packetflow_journal_lag_instances", "packetflow_stalls_total");
        assertThat(values("query")).contains("label_values(packetflow_up, engine)");
        assertThat(values("legendFormat")).noneMatch(String::isBlank);
    }
}

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
package io.packetflow.latency.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.BadDataException;

/**
 * Cold path. What was measured of a scenario over time: a CSV file that is only appended to, in the form that Apache
 * Otava (formerly Hunter) reads, with its configuration beside it. A point on a branch is weak evidence, a step in a
 * series is strong; finding steps is that tool's business.
 *
 * <p>Columns: {@code time} (ISO 8601, UTC), {@code commit}, then the median of each metric in its own unit.
 */
final class History
{
    private static final List<String> FIXED = List.of("time", "commit");

    private final Path directory;

    History(final Path directory)
    {
        this.directory = directory;
    }

    /** Appends the figures of the judged build; a scenario that could not be compared adds nothing. */
    List<Path> append(final GateReport report) throws IOException
    {
        final List<Path> files = new ArrayList<>();
        for (final ScenarioComparison scenario : report.scenarios())
        {
            if (!scenario.metrics().isEmpty())
            {
                files.add(append(report, scenario));
            }
        }
        return files;
    }

    private Path append(final GateReport report, final ScenarioComparison scenario) throws IOException
    {
        final Path file = directory.resolve(scenario.scenario() + ".csv");
        final List<String> names = new ArrayList<>(FIXED);
        scenario.metrics().forEach(metric -> names.add(column(metric.metric())));
        final String header = String.join(",", names);
        Files.createDirectories(directory);
        if (Files.notExists(file))
        {
            Files.writeString(file, header + "\n");
            Files.writeString(directory.resolve(scenario.scenario() + ".otava.yaml"), otava(file, scenario));
        }
        else if (!header.equals(firstLine(file)))
        {
            throw new BadDataException(file + " has other columns (" + firstLine(file) + ") than are measured now (" +
                header + "); move it away, a new history begins");
        }
        final String values = scenario.metrics().stream()
            .map(metric -> String.format(Locale.ROOT, "%.6g", metric.after().median()))
            .collect(Collectors.joining(","));
        return Files.writeString(file, report.startedAt() + "," + report.after().replace(',', ' ') + "," + values +
            "\n", StandardOpenOption.APPEND);
    }

    private static String firstLine(final Path file) throws IOException
    {
        return Files.readAllLines(file).stream().findFirst().orElse("");
    }

    private static String otava(final Path file, final ScenarioComparison scenario)
    {
        final List<String> yaml = new ArrayList<>(List.of("tests:", "  " + scenario.scenario() + ":", "    type: csv",
            "    file: " + file.getFileName(), "    time_column: time", "    attributes: [commit]", "    metrics:"));
        for (final MetricComparison metric : scenario.metrics())
        {
            final String name = column(metric.metric());
            yaml.add("      " + name + ":");
            yaml.add("        column: " + name);
            yaml.add("        direction: " + (metric.unit().isMoreBetter() ? 1 : -1));
        }
        return String.join("\n", yaml) + "\n";
    }

    private static String column(final String metric)
    {
        return metric.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "_").replaceAll("^_|_$", "");
    }
}

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Json;

/** Cold path. Where a comparison leaves its results, and how they become baselines. */
public final class GateFiles
{
    /** The last comparison of a directory. */
    public static final String JSON = "gate.json";

    private static final String JUNIT = "gate-junit.xml";
    private static final String HISTORY = "history";

    private GateFiles()
    {
    }

    /**
     * Writes a comparison: JSON, JUnit's XML, and a line of each scenario's history.
     *
     * @param directory of the results
     * @param report of the comparison
     * @return the files
     * @throws IOException if they cannot be written
     */
    public static List<Path> write(final Path directory, final GateReport report) throws IOException
    {
        Files.createDirectories(directory);
        final List<Path> files = new ArrayList<>();
        files.add(Files.writeString(directory.resolve(JSON), GateJson.of(report)));
        files.add(Files.writeString(directory.resolve(JUNIT), JUnitXml.of(report)));
        files.addAll(new History(directory.resolve(HISTORY)).append(report));
        return files;
    }

    /**
     * Reads the figures of the judged build out of the last comparison.
     *
     * @param directory of the results
     * @param reason why they shall be held from now on
     * @return a baseline for each scenario
     * @throws IOException if they cannot be read
     * @throws UsageException if nothing was compared yet
     * @throws BadDataException if the file is not what this writes
     */
    public static List<Baseline> baselines(final Path directory, final String reason) throws IOException
    {
        final Path file = directory.resolve(JSON);
        if (Files.notExists(file))
        {
            throw new UsageException("nothing was compared in " + directory + " yet; bench compare measures what can " +
                "be accepted");
        }
        final JsonNode json = Json.read(file);
        final List<Baseline> baselines = new ArrayList<>();
        for (final JsonNode scenario : json.path("scenarios"))
        {
            baselines.add(baseline(json, scenario, reason));
        }
        if (baselines.isEmpty() || baselines.stream().anyMatch(one -> one.figures().isEmpty()))
        {
            throw new BadDataException(file + " lacks figures; compare again");
        }
        return baselines;
    }

    private static Baseline baseline(final JsonNode json, final JsonNode scenario, final String reason)
    {
        final Map<String, Figure> figures = new TreeMap<>();
        scenario.path("metrics").forEach(metric ->
            figures.put(metric.path("name").asText(), FigureJson.read(metric.path("after"))));
        return new Baseline(scenario.path("name").asText(), json.path("after").asText(),
            json.path("started").asText(), reason, json.path("size").asText(),
            json.path("host").path("class").asText(), FigureJson.readJitter(scenario.path("jitter")), figures);
    }
}

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Json;

/** Cold path. Baselines on disk: a directory for each class of hosts, a JSON file for each scenario. */
public final class BaselineStore
{
    private static final int FORMAT = 1;

    private final Path directory;

    /**
     * Opens a store.
     *
     * @param directory of it; it need not exist yet
     */
    public BaselineStore(final Path directory)
    {
        this.directory = directory;
    }

    private Path file(final String hostClass, final String scenario)
    {
        return directory.resolve(hostClass).resolve(scenario + ".json");
    }

    /**
     * Writes a baseline in the place of the one before.
     *
     * @param baseline to write
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(final Baseline baseline) throws IOException
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("scenario", baseline.scenario());
        json.put("commit", baseline.commit());
        json.put("measured_at", baseline.measuredAt());
        json.put("reason", baseline.reason());
        json.put("size", baseline.size());
        json.put("host_class", baseline.hostClass());
        json.put("jitter", FigureJson.of(baseline.jitter()));
        final Map<String, Object> figures = new LinkedHashMap<>();
        new TreeMap<>(baseline.figures()).forEach((name, figure) -> figures.put(name, FigureJson.of(figure)));
        json.put("metrics", figures);
        final Path file = file(baseline.hostClass(), baseline.scenario());
        Files.createDirectories(file.getParent());
        return Files.writeString(file, Json.of(json));
    }

    /**
     * Reads the baseline of a host.
     *
     * @param hostClass of the host
     * @param scenario name
     * @return the baseline, empty if none was accepted
     * @throws IOException if it cannot be read
     * @throws BadDataException if it is not what this writes
     */
    public Optional<Baseline> read(final String hostClass, final String scenario) throws IOException
    {
        final Path file = file(hostClass, scenario);
        return Files.exists(file) ? Optional.of(parse(file, Json.read(file))) : Optional.empty();
    }

    /**
     * Returns for which other hosts there are baselines of a scenario.
     *
     * @param scenario name
     * @return classes of hosts, in order
     * @throws IOException if the directory cannot be read
     */
    public List<String> hostClasses(final String scenario) throws IOException
    {
        if (!Files.isDirectory(directory))
        {
            return List.of();
        }
        try (Stream<Path> hosts = Files.list(directory))
        {
            return hosts.filter(host -> Files.exists(host.resolve(scenario + ".json")))
                .map(host -> host.getFileName().toString()).sorted().toList();
        }
    }

    private static Baseline parse(final Path file, final JsonNode json)
    {
        if (json.path("format").asInt() != FORMAT)
        {
            throw new BadDataException(file + " has format " + json.path("format") + ", this build reads format " +
                FORMAT + "; measure and accept it anew");
        }
        final Map<String, Figure> figures = new TreeMap<>();
        json.path("metrics").properties().forEach(entry ->
        {
            if (entry.getValue().path("by_fork").isEmpty())
            {
                throw new BadDataException(file + ": the metric '" + entry.getKey() +
                    "' has no figures; measure and accept it anew");
            }
            figures.put(entry.getKey(), FigureJson.read(entry.getValue()));
        });
        return new Baseline(json.path("scenario").asText(), json.path("commit").asText(),
            json.path("measured_at").asText(), json.path("reason").asText(), json.path("size").asText(),
            json.path("host_class").asText(), FigureJson.readJitter(json.path("jitter")), figures);
    }
}

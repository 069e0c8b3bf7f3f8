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
package io.packetflow.latency.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.html.StoredScenario.LadderStep;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Json;
import io.packetflow.latency.report.Percentile;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;

/** Cold path. Reads what the bench, the gate and the calibration left in a directory. */
final class StoredRunReader
{
    private static final int FORMAT = 1;
    private static final List<Double> LADDER_PERCENTILES = List.of(50.0, 99.0, 99.9);

    private final Path directory;

    private StoredRunReader(final Path directory)
    {
        this.directory = directory;
    }

    /**
     * Reads directories.
     *
     * @param directories of runs; of the same scenario, the last counts
     * @return all of them as one run
     * @throws IOException if a file cannot be read
     * @throws UsageException if there is nothing in a directory
     * @throws BadDataException if a file is damaged
     */
    static StoredRun read(final List<Path> directories) throws IOException
    {
        final List<StoredRun> runs = new ArrayList<>();
        for (final Path directory : directories)
        {
            runs.add(new StoredRunReader(directory).read());
        }
        return StoredRun.merge(runs);
    }

    private StoredRun read() throws IOException
    {
        final Optional<JsonNode> results = json("results.json");
        final Optional<JsonNode> gate = json("gate.json");
        final Optional<JsonNode> calibration = json("calibration.json");
        if (results.isEmpty() && gate.isEmpty() && calibration.isEmpty())
        {
            throw new UsageException("nothing was measured in " + directory + " yet; bench, bench compare and bench " +
                "calibrate leave their results there");
        }
        final List<StoredScenario> scenarios = new ArrayList<>();
        if (results.isPresent())
        {
            for (final JsonNode scenario : results.get().path("scenarios"))
            {
                scenarios.add(scenario(results.get(), scenario));
            }
        }
        final JsonNode any = results.or(() -> gate).or(() -> calibration).orElseThrow();
        final Map<String, String> host = new LinkedHashMap<>();
        any.path("host").properties().forEach(fact -> host.put(fact.getKey(), fact.getValue().asText()));
        return new StoredRun(scenarios, host, gate, calibration);
    }

    private Optional<JsonNode> json(final String name) throws IOException
    {
        final Path file = directory.resolve(name);
        if (Files.notExists(file))
        {
            return Optional.empty();
        }
        final JsonNode json = Json.read(file);
        if (json.path("format").asInt() != FORMAT)
        {
            throw new BadDataException(file + " has format " + json.path("format") + ", this build reads format " +
                FORMAT + "; measure again");
        }
        return Optional.of(json);
    }

    private StoredScenario scenario(final JsonNode results, final JsonNode scenario) throws IOException
    {
        final String name = scenario.path("name").asText();
        final List<String> remarks = new ArrayList<>();
        scenario.path("remarks").forEach(remark -> remarks.add(remark.asText()));
        final List<Row> rows = new ArrayList<>();
        for (final JsonNode row : scenario.path("rows"))
        {
            rows.add(row(row));
        }
        final Path log = directory.resolve(name + ".hlog");
        final List<LatencySeries> curves = Files.exists(log) ? HistogramLog.read(log) : List.of();
        return new StoredScenario(name, scenario.path("description").asText(), scenario.path("command").asText(),
            measuredAt(results), scenario.path("failure").isNull() ? "" :
            scenario.path("failure").asText(), remarks, rows, curves, ladder(scenario.path("subjects")));
    }

    private static String measuredAt(final JsonNode results)
    {
        final String commit = results.path("commit").asText("");
        return results.path("started").asText() + (commit.isEmpty() ? "" : ", commit " + commit);
    }

    private Row row(final JsonNode row)
    {
        final JsonNode floor = row.path("floor");
        return new Row(row.path("what").asText(), Parts.unit(row.path("unit").asText()),
            new Target(number(row.path("target"))), floor.isObject() ? figure(floor) : null,
            row.path("floor_name").asText(""), figure(row.path("engine")), number(row.path("ratio_limit")),
            number(row.path("orders_per_message")), row.path("obstacle").asText(""));
    }

    private Figure figure(final JsonNode node)
    {
        final List<Double> values = new ArrayList<>();
        node.path("by_fork").forEach(value -> values.add(number(value)));
        if (values.isEmpty())
        {
            throw new BadDataException(directory.resolve("results.json") + " has a row without figures; measure again");
        }
        return new Figure(values);
    }

    private static double number(final JsonNode node)
    {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    /** Subjects that were sent messages at a planned rate, one rate each, are the steps of a ladder. */
    private static List<LadderStep> ladder(final JsonNode subjects)
    {
        final Map<Double, LadderStep> steps = new TreeMap<>();
        for (final JsonNode forks : subjects)
        {
            final JsonNode planned = forks.path(0).path("numbers").path("planned_per_second");
            if (planned.isNumber())
            {
                steps.put(planned.asDouble(), step(planned.asDouble(), forks));
            }
        }
        return steps.size() > 2 ? List.copyOf(steps.values()) : List.of();
    }

    private static LadderStep step(final double planned, final JsonNode forks)
    {
        final Map<Double, Double> percentiles = new TreeMap<>();
        for (final double percentile : LADDER_PERCENTILES)
        {
            final String key = "p" + Percentile.text(percentile);
            median(forks, fork -> fork.path("series").path("response").path(key))
                .ifPresent(nanos -> percentiles.put(percentile, nanos));
        }
        final double achieved =
            median(forks, fork -> fork.path("numbers").path("messages_per_second")).orElse(Double.NaN);
        return new LadderStep(planned, achieved, percentiles);
    }

    private static Optional<Double> median(
        final JsonNode forks, final Function<JsonNode, JsonNode> value)
    {
        final List<Double> values = new ArrayList<>();
        forks.forEach(fork ->
        {
            if (value.apply(fork).isNumber())
            {
                values.add(value.apply(fork).asDouble());
            }
        });
        return values.isEmpty() ? Optional.empty() : Optional.of(new Figure(values).median());
    }
}

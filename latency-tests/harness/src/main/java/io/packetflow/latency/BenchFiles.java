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
package io.packetflow.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.telemetry.LatencyReport;
import io.packetflow.engine.telemetry.LatencySeries;

/** Cold path. Writes a run: the table as text and Markdown, everything as JSON, and for each scenario its curves. */
final class BenchFiles
{
    private BenchFiles()
    {
    }

    /** Writes the table as text and Markdown, and everything as JSON. */
    static List<Path> writeTables(final BenchReport report) throws IOException
    {
        final Path directory = report.options().out();
        Files.createDirectories(directory);
        return List.of(Files.writeString(directory.resolve("results.txt"), report.text()),
            Files.writeString(directory.resolve("results.md"), report.markdown()),
            Files.writeString(directory.resolve("results.json"), BenchJson.of(report)));
    }

    /** Writes the percentile curves of every scenario that has some. */
    static List<Path> writeCurves(final BenchReport report) throws IOException
    {
        final List<Path> files = new ArrayList<>();
        for (final ScenarioReport scenario : report.scenarios())
        {
            if (!scenario.outcome().pictures().isEmpty())
            {
                files.addAll(curves(report, scenario));
            }
        }
        return files;
    }

    private static List<Path> curves(final BenchReport report, final ScenarioReport scenario) throws IOException
    {
        final long nowMillis = System.currentTimeMillis();
        final LatencyReport.Builder curves =
            LatencyReport.builder(scenario.scenario().description(), report.host()).times(nowMillis, nowMillis);
        scenario.outcome().pictures().stream().filter(one -> one.histogram().getTotalCount() > 0)
            .forEach(curves::series);
        curves.series(jitter(scenario));
        scenario.remarks().forEach(remark -> curves.section(remark + "\n"));
        return curves.build().writeTo(report.options().out(), scenario.scenario().name());
    }

    private static LatencySeries jitter(final ScenarioReport scenario)
    {
        return scenario.jitterBefore().series().values().iterator().next();
    }
}

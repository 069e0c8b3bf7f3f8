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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;

class StoredReportTest
{
    private static final String RESULTS = """
        {"format": 1, "started": "2026-01-01T00:00:00Z", "host": {"cpu": "A <CPU>", "hypervisor": "a cloud"},
         "scenarios": [{"name": "risk", "description": "the check & more", "command": "bench risk", "failure": null,
           "remarks": ["quiet"], "subjects": {}, "rows": [
             {"what": "risk check", "unit": "NANOS", "target": 20, "engine": {"by_fork": [18, 19, 17]},
              "floor": {"by_fork": [10, 10, 10]}, "floor_name": "bare touch", "ratio_limit": null,
              "orders_per_message": null, "obstacle": ""},
             {"what": "tick to trade", "unit": "NANOS", "target": 500, "engine": {"by_fork": [900]}, "floor": null,
              "ratio_limit": null, "orders_per_message": null, "obstacle": "a virtual machine"}]}]}
        """;

    @TempDir
    private Path directory;

    @Test
    void shouldMakeOnePageThatLoadsNothing() throws IOException
    {
        Files.writeString(directory.resolve("results.json"), RESULTS);
        writeCurves("risk");

        final String page = page();

        assertThat(page).startsWith("<!DOCTYPE html>").contains("A &lt;CPU&gt;", "the check &amp; more",
            "src=\"data:image/svg+xml;base64,", "1 of 1",
            "not assessable here (a virtual machine): as measured, misses target 1.80 ×");
        assertThat(page).doesNotContain("http://", "https://", "@import", "url(", "<script", "<link");
    }

    @Test
    void shouldDrawALadderWhereSubjectsHavePlannedRates() throws IOException
    {
        final StringBuilder subjects = new StringBuilder();
        for (final int rate : List.of(100_000, 1_000_000, 4_000_000))
        {
            subjects.append(subjects.isEmpty() ? "" : ",").append("\"engine ").append(rate)
                .append("\": [{\"numbers\": {\"planned_per_second\": ").append(rate)
                .append("}, \"series\": {\"response\": {\"p50\": 100, \"p99\": 900, \"p99.9\": 5000}}}]");
        }
        Files.writeString(directory.resolve("results.json"),
            RESULTS.replace("\"subjects\": {}", "\"subjects\": {" + subjects + "}"));

        assertThat(page()).contains("alt=\"response time over planned rate\"");
    }

    @Test
    void shouldTakeTheLastRunOfAScenarioAmongSeveralDirectories() throws IOException
    {
        final Path older = Files.createDirectories(directory.resolve("older"));
        final Path newer = Files.createDirectories(directory.resolve("newer"));
        Files.writeString(older.resolve("results.json"), RESULTS);
        Files.writeString(newer.resolve("results.json"), RESULTS.replace("[18, 19, 17]", "[28, 29, 27]"));

        assertThat(StoredReport.of(List.of(older, newer)).markdown())
            .contains("28 (27–29) ns", "misses target 1.40 ×")
            .doesNotContain("18 (17–19)");
    }

    @Test
    void shouldShowTheGateAndItsErrorRates() throws IOException
    {
        Files.writeString(directory.resolve("gate.json"), """
            {"format": 1, "before": "main", "after": "this build", "verdict": "REGRESSION", "host": {"cpu": "a"},
             "scenarios": [{"name": "risk", "verdict": "REGRESSION", "reason": "", "metrics": [
               {"name": "m", "unit": "NANOS", "verdict": "REGRESSION", "reason": "10.0 % worse and proven",
                "tolerance": 0.03, "ratio": 1.1, "ratio_low": 1.08, "ratio_high": 1.13, "p_adjusted": 0.0003,
                "before": {"median": 10, "by_fork": [10]}, "after": {"median": 11, "by_fork": [11]}}]}]}
            """);
        Files.writeString(directory.resolve("calibration.json"), """
            {"format": 1, "forks": 7, "planted_percent": 10, "equal": ["PASS", "INCONCLUSIVE"],
             "planted": ["REGRESSION"], "attempts": [1, 3, 1],
             "resampled": {"draws": 4000, "regressions": 8, "inconclusive": 1},
             "injected": {"draws": 0}}
            """);

        assertThat(page()).contains("10.0 % worse and proven", "class=\"whisker\"", "8 (0.2 %)", "1 (100.0 %)",
            "measured anew, as a comparison of builds is: 1");
        assertThat(StoredReport.of(List.of(directory)).markdown())
            .contains("| equal builds, measured ", "| 0 (0.0 %)", "0.0–84.2 %");
    }

    @Test
    void shouldPutTheTableIntoADocumentAndLeaveTheRest() throws IOException
    {
        Files.writeString(directory.resolve("results.json"), RESULTS);
        final Path document = Files.writeString(directory.resolve("README.md"),
            "before\n<!-- bench report: begin -->\nold\n<!-- bench report: end -->\nafter\n");

        StoredReport.of(List.of(directory)).writeInto(document);
        StoredReport.of(List.of(directory)).writeInto(document);

        assertThat(document).content().startsWith("before\n").endsWith("<!-- bench report: end -->\nafter\n")
            .contains("| risk check ").doesNotContain("old");
        Files.writeString(document, "no place");
        assertThatThrownBy(() -> StoredReport.of(List.of(directory)).writeInto(document))
            .isInstanceOf(UsageException.class).hasMessageContaining("has no place for the table");
    }

    @Test
    void shouldSayWhichFileIsDamaged() throws IOException
    {
        assertThatThrownBy(this::page).isInstanceOf(UsageException.class).hasMessageContaining("nothing was measured");

        Files.writeString(directory.resolve("results.json"), RESULTS);
        Files.writeString(directory.resolve("risk.hlog"), "0.0,1.0,2.0,HISTFAAAA-damaged\n");
        assertThatThrownBy(this::page).isInstanceOf(BadDataException.class).hasMessageContaining("risk.hlog is no");

        Files.writeString(directory.resolve("risk.hlog"), "#[nothing in it]\n");
        assertThatThrownBy(this::page).isInstanceOf(BadDataException.class)
            .hasMessageContaining("no histogram in it");

        Files.delete(directory.resolve("risk.hlog"));
        Files.writeString(directory.resolve("results.json"), RESULTS.replace("NANOS", "PARSECS"));
        assertThatThrownBy(this::page).isInstanceOf(BadDataException.class).hasMessageContaining("'PARSECS'");

        Files.writeString(directory.resolve("results.json"), RESULTS.replace("\"format\": 1", "\"format\": 7"));
        assertThatThrownBy(this::page).isInstanceOf(BadDataException.class).hasMessageContaining("has format 7");

        Files.writeString(directory.resolve("results.json"), RESULTS.substring(0, 200));
        assertThatThrownBy(this::page).isInstanceOf(BadDataException.class).hasMessageContaining("is no JSON");
    }

    private void writeCurves(final String scenario) throws IOException
    {
        final Histogram histogram = new Histogram(3);
        for (int i = 1; i <= 1_000; i++)
        {
            histogram.recordValue(100L + i);
        }
        HistogramLogs.write(directory.resolve(scenario + ".hlog"), histogram);
    }

    private String page() throws IOException
    {
        final Path page = directory.resolve("report.html");
        StoredReport.of(List.of(directory)).writePage(page);
        return Files.readString(page);
    }
}

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Unit;

class GateFilesTest
{
    private static final HostFingerprint HOST = new HostFingerprint(
        "A CPU (R)", 2, "Linux", "none seen", "a JDK", "Serial", false, false, List.of("-Xmx1g"));
    private static final Jitter JITTER = new Jitter(20, 31, 400);
    private static final List<Double> FAST = List.of(10.0, 10.1, 9.9, 10.0, 10.2);
    private static final List<Double> SLOW = List.of(12.0, 12.1, 11.9, 12.0, 12.2);

    @TempDir
    private Path directory;

    @Test
    void shouldLeaveEveryFigureInJson() throws IOException
    {
        GateFiles.write(directory, report(FAST, SLOW));

        assertThat(directory.resolve("gate.json")).content().contains("\"verdict\" : \"REGRESSION\"",
            "\"class\" : \"a-cpu-r-x2-", "11.9", "\"p_adjusted\" : 0.00396");
    }

    @Test
    void shouldTellBuildServersOfFailuresAndOfWhatWasNotJudged() throws Exception
    {
        final GateReport report = new GateReport("2026-01-01T00:00:00Z", "a", "b", "quick", 5, HOST, List.of(
            scenario("risk", FAST, SLOW), scenario("chain", FAST, FAST),
            new ScenarioComparison("book", List.of(), Verdict.INCONCLUSIVE, "no <baseline> & none", 1, JITTER)));

        final Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitXml.of(report))));

        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("skipped").item(0).getAttributes().getNamedItem("message").getNodeValue())
            .isEqualTo("no <baseline> & none");
    }

    @Test
    void shouldAppendToAHistoryThatChangePointToolsRead() throws IOException
    {
        GateFiles.write(directory, report(FAST, SLOW));
        GateFiles.write(directory, report(FAST, FAST));

        assertThat(directory.resolve("history/risk.csv")).content().isEqualTo("""
            time,commit,risk_check_throughput
            2026-01-01T00:00:00Z,this build abc,12.0000
            2026-01-01T00:00:00Z,this build abc,10.0000
            """);
        assertThat(directory.resolve("history/risk.otava.yaml")).content()
            .contains("file: risk.csv", "risk_check_throughput:", "direction: -1");
    }

    @Test
    void shouldNotMixColumnsOfDifferentHistories() throws IOException
    {
        Files.createDirectories(directory.resolve("history"));
        Files.writeString(directory.resolve("history/risk.csv"), "time,commit,other\n");

        assertThatThrownBy(() -> GateFiles.write(directory, report(FAST, SLOW)))
            .hasMessageContaining("has other columns (time,commit,other)").hasMessageContaining("move it away");
    }

    @Test
    void shouldMakeBaselinesOfTheJudgedBuildThatAreReadBackWhole() throws IOException
    {
        GateFiles.write(directory, report(FAST, SLOW));
        final Baseline baseline = GateFiles.baselines(directory, "a new host").get(0);
        final BaselineStore store = new BaselineStore(directory.resolve("kept"));
        store.write(baseline);

        assertThat(baseline.figures()).isEqualTo(Map.of("risk check, throughput", new Figure(SLOW)));
        assertThat(store.read(HostClass.of(HOST), "risk")).contains(baseline);
        assertThat(store.read("another-host", "risk")).isEmpty();
        assertThat(store.hostClasses("risk")).containsExactly(HostClass.of(HOST));
    }

    @Test
    void shouldSayWhatIsWrongWithABaselineThatCannotBeRead() throws IOException
    {
        final Path host = Files.createDirectories(directory.resolve("host"));
        final BaselineStore store = new BaselineStore(directory);

        Files.writeString(host.resolve("risk.json"), "{\"format\": 1, \"metr");
        assertThatThrownBy(() -> store.read("host", "risk")).hasMessageContaining("risk.json is no JSON");
        Files.writeString(host.resolve("risk.json"), "{\"format\": 9}");
        assertThatThrownBy(() -> store.read("host", "risk")).hasMessageContaining("has format 9");
        Files.writeString(host.resolve("risk.json"), "{\"format\": 1, \"metrics\": {\"a\": {\"by_fork\": []}}}");
        assertThatThrownBy(() -> store.read("host", "risk")).hasMessageContaining("the metric 'a' has no figures");
    }

    @Test
    void shouldSayThatNothingWasComparedYet()
    {
        assertThatThrownBy(() -> GateFiles.baselines(directory, "why"))
            .hasMessageContaining("nothing was compared in");
    }

    @Test
    void shouldTellHostsApartByWhateverChangesFigures()
    {
        final HostFingerprint other = new HostFingerprint(
            "A CPU (R)", 2, "Linux", "none seen", "a JDK", "Serial", false, false, List.of("-Xmx2g"));

        assertThat(HostClass.of(HOST)).startsWith("a-cpu-r-x2-").isNotEqualTo(HostClass.of(other));
    }

    private static GateReport report(final List<Double> before, final List<Double> after)
    {
        return new GateReport("2026-01-01T00:00:00Z", "main def", "this build abc", "quick", 5, HOST,
            List.of(scenario("risk", before, after)));
    }

    private static ScenarioComparison scenario(
        final String name, final List<Double> before, final List<Double> after)
    {
        final GateMetric metric =
            new GateMetric("risk check, throughput", Unit.NANOS, MetricRule.TYPICAL, none -> null);
        return ScenarioComparison.of(name,
            Judge.compare(List.of(metric), List.of(new Figure(before)), List.of(new Figure(after))), 1, JITTER);
    }
}

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

import static j2html.TagCreator.code;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.td;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.latency.statistics.Interval;
import io.packetflow.latency.statistics.Proportion;

import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TdTag;

/** Cold path. The gate's own error rates: on the page, and as lines of a Markdown table. */
final class CalibrationSection
{
    private final JsonNode calibration;

    CalibrationSection(final JsonNode calibration)
    {
        this.calibration = calibration;
    }

    /**
     * A line of the table.
     *
     * @param what was compared
     * @param comparisons in all
     * @param regressions that were called
     * @param inconclusive without a verdict
     */
    record Line(String what, int comparisons, int regressions, int inconclusive)
    {
        String share()
        {
            return String.format(Locale.ROOT, "%,d (%.1f %%)", regressions, 100.0 * regressions / comparisons);
        }

        String interval()
        {
            final Interval interval = Proportion.interval(regressions, comparisons);
            return String.format(Locale.ROOT, "%.1f–%.1f %%", 100 * interval.low(), 100 * interval.high());
        }
    }

    List<Line> lines()
    {
        final String plant = String.format(Locale.ROOT, "+%.1f %%", calibration.path("planted_percent").asDouble());
        return List.of(measured("equal builds, measured", calibration.path("equal")),
            drawn("equal builds, drawn from all forks", calibration.path("resampled")),
            measured(plant + " planted in the risk check, measured", calibration.path("planted")),
            drawn(plant + " multiplied into drawn forks", calibration.path("injected"))).stream()
            .filter(line -> line.comparisons() > 0).toList();
    }

    private static Line measured(final String what, final JsonNode verdicts)
    {
        int regressions = 0;
        int inconclusive = 0;
        for (final JsonNode verdict : verdicts)
        {
            regressions += "REGRESSION".equals(verdict.asText()) ? 1 : 0;
            inconclusive += "INCONCLUSIVE".equals(verdict.asText()) ? 1 : 0;
        }
        return new Line(what, verdicts.size(), regressions, inconclusive);
    }

    private static Line drawn(final String what, final JsonNode shares)
    {
        return new Line(what, shares.path("draws").asInt(), shares.path("regressions").asInt(),
            shares.path("inconclusive").asInt());
    }

    SectionTag html()
    {
        return section().withId("calibration").with(h2("The gate's own error rates"),
            p("Equal builds: every regression is a false alarm. A planted slowdown: every other verdict is a miss. " +
            calibration.path("forks").asInt() + " forks of each side; no comparison was repeated."),
            p(code("packetflow bench calibrate")).withClass("muted"),
            Parts.wideTable(List.of("what was compared", "comparisons", "regression", "95 %", "inconclusive"),
            lines().stream().map(CalibrationSection::cells).toList()));
    }

    private static List<TdTag> cells(final Line line)
    {
        return List.of(td(line.what()), td(String.format(Locale.ROOT, "%,d", line.comparisons())), td(line.share()),
            td(line.interval()), td(String.format(Locale.ROOT, "%,d", line.inconclusive())));
    }
}

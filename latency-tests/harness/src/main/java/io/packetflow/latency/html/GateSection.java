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

import static j2html.TagCreator.b;
import static j2html.TagCreator.code;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.latency.html.Parts.Tone;
import io.packetflow.latency.report.Unit;

import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.SpanTag;
import j2html.tags.specialized.TdTag;

/** Cold path. A comparison of two builds on the page: each metric with the interval of its ratio as a whisker. */
final class GateSection
{
    private static final int WIDTH = 190;
    private static final int HEIGHT = 18;
    /** Ratios from 0.7 to 1.3 have room; what is beyond ends at the edge. */
    private static final double SHOWN = 0.3;

    private final JsonNode gate;

    GateSection(final JsonNode gate)
    {
        this.gate = gate;
    }

    SectionTag html()
    {
        final SectionTag section = section().withId("gate").with(h2("Regression gate"),
            p(text("before "), b(gate.path("before").asText()), text(", after "), b(gate.path("after").asText()),
            text(": "), chip(gate.path("verdict").asText())),
            p(gate.path("size").asText() + ", " + gate.path("forks").asInt() + " forks of each build in turns, " +
            gate.path("started").asText() + ". Above 1 is worse; p is one-sided, exact, and corrected for all " +
            "metrics of a scenario; the limit is " + gate.path("limit").asText() +
            ". The whisker is the 95 % interval of the ratio, the band the tolerance.").withClass("muted"));
        for (final JsonNode scenario : gate.path("scenarios"))
        {
            section.with(h3(scenario.path("name").asText()));
            if (!scenario.path("reason").asText().isEmpty())
            {
                section.with(p(scenario.path("reason").asText()));
            }
            final List<List<TdTag>> rows = new ArrayList<>();
            scenario.path("metrics").forEach(metric -> rows.add(cells(metric)));
            section.with(Parts.wideTable(List.of("metric", "before", "after", "ratio", "", "p", "Cohen d", "verdict",
                "why"), rows));
        }
        return section.with(p(text("Measure it again: "), code("packetflow bench compare REF")).withClass("muted"));
    }

    private static List<TdTag> cells(final JsonNode metric)
    {
        return List.of(td(metric.path("name").asText()), figure(metric, "before"), figure(metric, "after"),
            td(number(metric.path("ratio"), "%.3f")), td(rawHtml(whisker(metric))),
            td(number(metric.path("p_adjusted"), "%.4f")), td(number(metric.path("cohen_d"), "%.1f")),
            td(chip(metric.path("verdict").asText())), td(metric.path("reason").asText()));
    }

    private static TdTag figure(final JsonNode metric, final String side)
    {
        final Unit unit = Parts.unit(metric.path("unit").asText());
        return td(unit.number(metric.path(side).path("median").asDouble()) + " " + unit);
    }

    private static String number(final JsonNode node, final String format)
    {
        return node.isNumber() ? String.format(Locale.ROOT, format, node.asDouble()) : "";
    }

    private static SpanTag chip(final String verdict)
    {
        return Parts.chip(switch (verdict)
        {
            case "PASS", "IMPROVED" -> Tone.GOOD;
            case "REGRESSION" -> Tone.BAD;
            default -> Tone.OPEN;
        }, verdict.toLowerCase(Locale.ROOT));
    }

    /** A line for the interval, a dot for the ratio, a band for what is tolerated. */
    private static String whisker(final JsonNode metric)
    {
        if (!metric.path("ratio_low").isNumber() || !metric.path("ratio").isNumber())
        {
            return "";
        }
        final double tolerance = metric.path("tolerance").asDouble();
        return String.format(Locale.ROOT, "<svg class=\"whisker\" viewBox=\"0 0 %d %d\" role=\"img\" " +
            "aria-label=\"ratio %.3f\"><rect x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%d\" fill=\"#e8edf1\"/>" +
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"9\" y2=\"9\" stroke=\"#0072b2\" stroke-width=\"2\"/>" +
            "<circle cx=\"%.1f\" cy=\"9\" r=\"4\" fill=\"#0072b2\"/></svg>", WIDTH, HEIGHT,
            metric.path("ratio").asDouble(), x(1 - tolerance), x(1 + tolerance) - x(1 - tolerance), HEIGHT,
            x(metric.path("ratio_low").asDouble()), x(metric.path("ratio_high").asDouble()),
            x(metric.path("ratio").asDouble()));
    }

    private static double x(final double ratio)
    {
        return WIDTH * (Math.max(-SHOWN, Math.min(SHOWN, ratio - 1)) + SHOWN) / (2 * SHOWN);
    }
}

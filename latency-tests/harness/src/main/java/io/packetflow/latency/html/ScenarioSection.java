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
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.packetflow.latency.html.Parts.Tone;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Row;

import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TdTag;

/** Cold path. One scenario on the page: how to measure it again, its table, bars against others, and its curves. */
final class ScenarioSection
{
    private static final double WHOLE = 100;
    /** Room for the figure beside the longest bar. */
    private static final double WIDEST_PERCENT = 72;

    private final StoredScenario scenario;

    ScenarioSection(final StoredScenario scenario)
    {
        this.scenario = scenario;
    }

    SectionTag html()
    {
        final SectionTag section = section().withId(scenario.name()).with(h2(scenario.name()),
            p(scenario.description()),
            p(code(scenario.command()), text(" · " + scenario.measuredAt())).withClass("muted"));
        if (!scenario.failure().isEmpty())
        {
            section.with(p(Parts.chip(Tone.BAD, "not measured"), text(" " + scenario.failure())));
        }
        if (!scenario.rows().isEmpty())
        {
            section.with(Parts.wideTable(
                List.of("what", "target", "ours", "compared with", "ratio", "verdict"),
                scenario.rows().stream().map(ScenarioSection::cells).toList()));
            section.with(bars());
        }
        if (!scenario.ladder().isEmpty())
        {
            section.with(figure(Charts.ladder(scenario.ladder())));
        }
        if (!scenario.curves().isEmpty())
        {
            section.with(figure(Charts.percentiles(scenario.description(), scenario.curves())));
        }
        return section.with(ul(each(scenario.remarks(), remark -> li(remark))).withClass("remarks"));
    }

    private static List<TdTag> cells(final Row row)
    {
        return List.of(td(row.what()), td(row.target().text(row.unit())).withClass("whole"),
            Parts.figure(row.ours(), row.unit()),
            Parts.figure(row.floor(), row.unit()).with(
            span(row.floor() == null ? "" : " " + row.floorName()).withClass("range")),
            td(row.floor() == null ? "" : row.ratio().toString()), verdict(row));
    }

    private static TdTag verdict(final Row row)
    {
        if (!row.obstacle().isEmpty())
        {
            return td(Parts.chip(Tone.OPEN, "not assessable"), text(" " + row.verdict()));
        }
        return row.isJudged() ?
            td(Parts.chip(row.isMet() ? Tone.GOOD : Tone.BAD, row.verdict())) : td(row.verdict());
    }

    /** Bars for what is compared with something else: one group for each figure of ours. */
    private DivTag bars()
    {
        final Map<String, List<Row>> compared = new LinkedHashMap<>();
        scenario.rows().stream().filter(row -> row.floor() != null).forEach(row ->
            compared.computeIfAbsent(row.what(), what -> new ArrayList<>()).add(row));
        final DivTag bars = div().withClass("bars");
        compared.values().forEach(rows -> addGroup(bars, rows));
        return bars;
    }

    private static void addGroup(final DivTag bars, final List<Row> rows)
    {
        final Row first = rows.get(0);
        final double widest = Math.max(first.ours().median(),
            rows.stream().mapToDouble(row -> row.floor().median()).max().orElse(0));
        add(bars, first.what(), first, first.ours(), "ours", widest);
        rows.forEach(row -> add(bars, row.floorName(), row, row.floor(), "", widest));
    }

    private static void add(
        final DivTag bars,
        final String name,
        final Row row,
        final Figure value,
        final String style,
        final double widest)
    {
        final double percent = widest > 0 ? WIDEST_PERCENT * value.median() / widest : 0;
        // A gap before each figure of ours sets the groups apart.
        bars.with(div(name).withClass(style.isEmpty() ? "" : "first"), div(div().withClasses("bar", style)
            .withStyle(String.format(Locale.ROOT, "width:%.1f%%", Math.min(WHOLE, percent))),
            span(row.unit().number(value.median()) + " " + row.unit()))
            .withClass(style.isEmpty() ? "line" : "line first"));
    }
}

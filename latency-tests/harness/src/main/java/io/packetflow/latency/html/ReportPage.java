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

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.document;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.packetflow.latency.report.Row;

import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.DlTag;
import j2html.tags.specialized.HeaderTag;
import j2html.tags.specialized.MainTag;
import j2html.tags.specialized.NavTag;
import j2html.tags.specialized.SectionTag;

/** Cold path. The whole report as one page that loads nothing from anywhere. */
final class ReportPage
{
    private static final String TITLE = "PacketFlow: latency and throughput";

    private final StoredRun run;
    private final Budget budget;

    ReportPage(final StoredRun run)
    {
        this.run = run;
        this.budget = new Budget(run);
    }

    String page() throws IOException
    {
        return document(html(head(meta().withCharset("utf-8"),
            meta().withName("viewport").withContent("width=device-width, initial-scale=1"), title(TITLE),
            style(rawHtml(css()))),
            body(heading(), contents(), sections(),
            footer("Made by packetflow bench report from what was measured before; every figure names its command. " +
            "One fork is one observation: medians over forks, ranges in brackets."))).withLang("en")) + "\n";
    }

    private static String css() throws IOException
    {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css"))
        {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HeaderTag heading()
    {
        final List<Row> judged = run.scenarios().stream().flatMap(one -> one.rows().stream()).filter(Row::isJudged)
            .toList();
        final DivTag tiles = div().withClass("tiles");
        tiles.with(Parts.tile(Integer.toString(run.scenarios().size()), "scenarios"));
        if (!judged.isEmpty())
        {
            tiles.with(Parts.tile(judged.stream().filter(Row::isMet).count() + " of " + judged.size(),
                "judged lines met"));
        }
        run.gate().ifPresent(gate -> tiles.with(Parts.tile(gate.path("verdict").asText(), "regression gate")));
        return header(h1(TITLE), p(run.host().getOrDefault("cpu", "unknown host") + " · " +
            run.host().getOrDefault("jdk", "unknown JDK") + " · " + run.host().getOrDefault("gc", ""))
            .withClass("muted"), tiles, virtual());
    }

    private DomContent virtual()
    {
        return run.isVirtual() ? p("This host is a virtual machine: its cores are moved about and shared, so that " +
            "absolute targets and far tails say as much about the host as about the engine. Ratios taken in one run " +
            "mean more. The jitter floor stands beside every scenario.") : rawHtml("");
    }

    private NavTag contents()
    {
        final NavTag nav = nav();
        if (budget.isComplete())
        {
            nav.with(a("stage budget").withHref("#budget"));
        }
        nav.with(each(run.scenarios(), one -> a(one.name()).withHref("#" + one.name())));
        run.gate().ifPresent(gate -> nav.with(a("regression gate").withHref("#gate")));
        run.calibration().ifPresent(one -> nav.with(a("error rates").withHref("#calibration")));
        return nav.with(a("host").withHref("#host"));
    }

    private MainTag sections()
    {
        final MainTag main = main();
        if (budget.isComplete())
        {
            main.with(new BudgetSection(budget).html());
        }
        run.scenarios().forEach(one -> main.with(new ScenarioSection(one).html()));
        run.gate().ifPresent(gate -> main.with(new GateSection(gate).html()));
        run.calibration().ifPresent(one -> main.with(new CalibrationSection(one).html()));
        return main.with(host());
    }

    private SectionTag host()
    {
        final DlTag facts = dl().withClass("facts");
        for (final Map.Entry<String, String> fact : run.host().entrySet())
        {
            facts.with(dt(fact.getKey().replace('_', ' ')), dd(fact.getValue()));
        }
        return section().withId("host").with(h2("Host"), facts);
    }
}

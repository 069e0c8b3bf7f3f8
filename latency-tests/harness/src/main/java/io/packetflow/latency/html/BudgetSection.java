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

import static j2html.TagCreator.div;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;

import java.util.Locale;

import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.SectionTag;

/**
 * Cold path. The budget of tick to trade on the page: each part measured alone, their sum, the whole, and what the
 * analysis predicts of it.
 */
final class BudgetSection
{
    private static final double WIDEST_PERCENT = 72;

    private final Budget budget;

    BudgetSection(final Budget budget)
    {
        this.budget = budget;
    }

    SectionTag html()
    {
        final DivTag bars = div().withClass("bars");
        budget.parts().forEach(part -> add(bars, part.name(), part.nanos(), ""));
        add(bars, "predicted: the sum of the parts", budget.predictedNanos(), "");
        add(bars, "measured: tick to trade, P50", budget.measuredNanos(), "ours");
        return section().withId("budget").with(h2("Stage budget"),
            p("Each part is measured alone, over all messages of the generated feed; the whole is the median of " +
            "those messages that cause an order. What the sum leaves open is the strategy, two readings of the " +
            "clock, what lies between packets, and caches that the parts have to themselves when they run alone.")
            .withClass("muted"), bars,
            p("Below stands what the analysis of packetflow explain predicts: the critical path of the molecule, " +
            "fused on one core, to its order. Packets take the times of the parts that were measured alone; what " +
            "nobody measured is assumed, and each line says so.").withClass("muted"),
            prediction());
    }

    private DivTag prediction()
    {
        final PredictedBudget prediction = budget.prediction();
        final DivTag bars = div().withClass("bars");
        prediction.parts().forEach(part -> add(bars, part.name(), part.nanos(), ""));
        add(bars, "predicted: the critical path", prediction.totalNanos(), "");
        add(bars, String.format(Locale.ROOT, "measured: tick to trade, P50; the prediction is off by %+.0f %%",
            100 * (prediction.totalNanos() / budget.measuredNanos() - 1)), budget.measuredNanos(), "ours");
        return bars;
    }

    private void add(final DivTag bars, final String name, final double nanos, final String style)
    {
        final double widest = Math.max(budget.prediction().totalNanos(),
            Math.max(budget.predictedNanos(), budget.measuredNanos()));
        bars.with(div(name), div(div().withClasses("bar", style)
            .withStyle(String.format(Locale.ROOT, "width:%.1f%%", WIDEST_PERCENT * nanos / widest)),
            span(String.format(Locale.ROOT, "%.1f ns", nanos))).withClass("line"));
    }
}

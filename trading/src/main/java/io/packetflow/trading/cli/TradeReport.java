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
package io.packetflow.trading.cli;

import java.util.Locale;
import java.util.Map;

import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.plan.JournalPlan;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.PlanHash;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.telemetry.LatencyReport;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.trading.book.BookResult;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.engine.AlgorithmicTrader;
import io.packetflow.trading.engine.MarketBooks;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.Pacing;
import io.packetflow.trading.engine.TickToTrade;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.feed.file.FeedSummary;
import io.packetflow.trading.feed.file.FeedSummaryText;

/** Cold path. What is said about a run that is over: how fast on what, what was in the feed, what came of it. */
final class TradeReport
{
    private static final double NANOS_PER_SECOND = 1e9;

    private final TradeRun run;
    private final FeedSummary feed;
    private final TradeResults results;

    TradeReport(final TradeRun run)
    {
        this.run = run;
        this.feed = FeedSummary.of(run.source().cursor(), run.source().checks());
        this.results = new TradeResults(EngineState.of(run.reactor()), run.setup().feed().profile().symbols());
    }

    FeedSummary feed()
    {
        return feed;
    }

    TradeResults results()
    {
        return results;
    }

    /** Returns all of it, ready to be printed and written. */
    LatencyReport build()
    {
        final LatencyReport.Builder report = LatencyReport.builder("TradingEngine: tick to trade", run.host());
        addFacts(report);
        addSeries(report);
        report.section(FeedSummaryText.format("feed", feed) + cut() + refusals());
        report.section(results.text(run.orderFile()));
        report.section("counters\n" + counters());
        return report.times(run.startMillis(), run.endMillis()).build();
    }

    private void addFacts(final LatencyReport.Builder report)
    {
        final ReactorPlan plan = run.reactor().plan();
        final TradeSetup setup = run.setup();
        report.fact("feed", setup.feed().description());
        report.fact("pace", pace(setup.pacing()));
        report.fact("program", setup.program().description());
        report.fact("plan", String.format(Locale.ROOT, "%s: %d node(s), %d stages, grouping %s, ring of %,d slots of " +
            "%d bytes", PlanHash.of(plan), plan.nodes().size(), plan.stages().size(),
            plan.options().grouping().name().toLowerCase(Locale.ROOT),
            plan.ring().capacity(), plan.ring().layout().strideBytes()));
        run.reactor().nodes().forEach(node -> report.fact("node " + node.name(),
            node.toString().substring(node.toString().indexOf(": ") + 2)));
        report.fact("durability", plan.journal().map(JournalPlan::toString).orElse("none (no journal)"));
        run.reactor().recovery().ifPresent(
            recovery -> report.fact("journal", recovery.toString().replaceFirst("^journal: ", "")));
        run.reactor().queue().ifPresent(queue -> report.fact("queue", queue.toString()));
        report.fact("warm-up", run.reactor().warmUp().toString().replaceFirst("^warm-up: ", ""));
        addFigures(report);
    }

    private void addFigures(final LatencyReport.Builder report)
    {
        final long messages = run.source().sentCount();
        final long orders = run.reactor().resource(TradingEngine.OUTPUT, OrderOutput.class).count();
        final double seconds = run.elapsedNanos() / NANOS_PER_SECOND;
        report.fact("messages", String.format(Locale.ROOT, "%,d in %.3f s, %,.0f/s%s", messages, seconds,
            messages / seconds, run.isStopped() ? "; stopped before the end of the feed" :
            run.end() != null ? "; ended before the end of the feed" : ""));
        report.fact("all messages", run.setup().pacing().mode() == Pacing.Mode.MAX ?
            String.format(Locale.ROOT, "mean %.1f ns a message from ingress to the next ingress, orders or not",
                run.elapsedNanos() / (double)Math.max(1, messages)) :
            "no mean: the feed was paced, not the engine");
        report.fact("live orders", liveOrders());
        report.fact("orders", String.format(Locale.ROOT, "%,d, %.3f a message, %,.0f/s", orders,
            orders / (double)Math.max(1, messages), orders / seconds));
    }

    private String liveOrders()
    {
        final LiveOrders declared = run.setup().liveOrders();
        final String cancelled = declared.stop() == LiveOrders.Fate.CANCEL ? String.format(Locale.ROOT,
            ", %,d cancelled at the stop", run.reactor().counters().get(
            AlgorithmicTrader.NAME + ": " + AlgorithmicTrader.WITHDRAWN + ": count")) : "";
        return String.format(Locale.ROOT, "%,d at the end%s (%s)", results.openOrders(), cancelled, declared);
    }

    private static String pace(final Pacing pacing)
    {
        return switch (pacing.mode())
        {
            case MAX -> "closed loop: the next message when the engine takes it";
            case RATE -> String.format(Locale.ROOT,
                "open loop: %,.0f messages/s at planned times (coordinated omission corrected)", pacing.perSecond());
            case RECORDED -> "open loop: as recorded, at planned times (coordinated omission corrected)";
        };
    }

    private void addSeries(final LatencyReport.Builder report)
    {
        final TickToTrade latency = run.reactor().resource(TradingEngine.LATENCY, TickToTrade.class);
        report.series(new LatencySampler("service", latency.service()).series());
        if (run.setup().pacing().mode() != Pacing.Mode.MAX)
        {
            report.series(new LatencySampler("response", latency.response()).series());
        }
        report.series(LatencySeries.of("first 1,000 orders", latency.first()));
        if (run.jitter() != null)
        {
            report.series(run.jitter());
        }
    }

    private String cut()
    {
        return feed.isCut() ? String.format(Locale.ROOT,
            "the file is cut: the message whose length stands at byte %d is not whole%n", feed.cutPosition()) : "";
    }

    private String refusals()
    {
        final OrderBooks books =
            run.reactor().resource(TradingEngine.BOOKS, MarketBooks.class).processor().books();
        final StringBuilder text = new StringBuilder();
        for (int refusal = -1; refusal >= -BookResult.REFUSAL_KINDS; refusal--)
        {
            if (books.refusals(refusal) != 0)
            {
                text.append(String.format(
                    Locale.ROOT, "ignored, %s: %,d%n", BookResult.refusalName(refusal), books.refusals(refusal)));
            }
        }
        if (books.crossedCount() + books.lockedCount() != 0)
        {
            text.append(String.format(
                Locale.ROOT, "books locked %,d times, crossed %,d times%n", books.lockedCount(), books.crossedCount()));
        }
        return text.toString();
    }

    private String counters()
    {
        final StringBuilder text = new StringBuilder();
        for (final Map.Entry<String, Long> counter : run.reactor().counters().entrySet())
        {
            if (counter.getValue() != 0)
            {
                text.append(String.format(Locale.ROOT, "  %,16d  %s%n", counter.getValue(), counter.getKey()));
            }
        }
        return text.toString();
    }

    /** Returns the nodes of a plan in a line. */
    static String summary(final ReactorPlan plan)
    {
        final StringBuilder text = new StringBuilder("plan: ");
        for (final NodePlan node : plan.nodes())
        {
            text.append(node.index() == 0 ? "" : ", ").append("node ").append(node.name())
                .append(node.cpu() < 0 ? " unpinned" : " on CPU " + node.cpu()).append(" with stages ")
                .append(node.stages());
        }
        return text.append(", grouping ").append(plan.options().grouping().name().toLowerCase(Locale.ROOT)).toString();
    }
}

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
package io.packetflow.latency.peers.scenario;

import java.util.List;
import java.util.Locale;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.scenario.Outcome;
import io.packetflow.latency.scenario.Scenario;

/** Cold path. Order books alone, over the same flow of orders. */
final class BooksOfPeers implements Scenario
{
    private static final String OURS = "ours";
    private static final String PEER = "exchange-core";
    private static final String PASSIVE = "passive";
    private static final String CROSSING = "crossing";
    private static final String OPERATION = "an operation";

    @Override
    public String name()
    {
        return "peer-book";
    }

    @Override
    public String description()
    {
        return "an order book alone over the same flow of orders: our book of a feed, exchange-core's of a venue";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final PeerResults results = PeerResults.measure(run, List.of(subject(run, OURS, PASSIVE),
            subject(run, PEER, PASSIVE), subject(run, OURS, CROSSING), subject(run, PEER, CROSSING)),
            List.of(name(OURS, PASSIVE), name(OURS, CROSSING)));
        compare(results, PASSIVE, "nothing trades (same work)");
        compare(results, CROSSING, "one in ten crosses (ours is told, exchange-core matches)");
        return results.outcome(List.of(
            "nothing trades: both add, reduce and cancel by reference and keep every level; exchange-core also keeps " +
            "the order in which orders came, ours counts refusals and watches for crossed books",
            "one in ten crosses: NOT the same work. Our book is that of a market's feed and is told each execution; " +
            "exchange-core finds it. What both end with is compared level by level, and exchange-core's executions " +
            "with a matcher of ours: " + counts(results)), OPERATION);
    }

    private static String counts(final PeerResults results)
    {
        final ForkResult fork = results.results().of(name(OURS, CROSSING)).get(0);
        return String.format(Locale.ROOT, "%s executed in %s trades, %s orders rest",
            fork.texts().get("executed quantity"), fork.texts().get("trades"), fork.texts().get("resting orders"));
    }

    private static void compare(final PeerResults results, final String flow, final String what)
    {
        results.number("book, " + what + ", an operation", Unit.NANOS, name(OURS, flow), name(PEER, flow),
            Measure.OPERATION_NANOS);
        for (final double percentile : List.of(50.0, 99.0))
        {
            results.percentile("book, " + what + ", timed singly", name(OURS, flow), name(PEER, flow), OPERATION,
                percentile);
        }
    }

    private static String name(final String book, final String flow)
    {
        return book + ", " + flow;
    }

    private static Subject subject(final ScenarioRun run, final String book, final String flow)
    {
        final boolean smoke = run.options().size().isSmoke();
        return PeerSubjects.of(name(book, flow), List.of("book", "--book", book.replace('-', '_'), "--flow", flow,
            "--operations", smoke ? "20000" : "1000000", "--passes", smoke ? "1" : "5"), "-Xms1g", "-Xmx1g");
    }
}

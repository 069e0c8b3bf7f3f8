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

import io.packetflow.latency.engine.EngineSpec;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.fork.Series;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.scenario.Outcome;
import io.packetflow.latency.scenario.Scenario;

/** Cold path. Whole engines, each at its own work: ours trades on a market, exchange-core is one. */
final class EnginesOfPeers implements Scenario
{
    private static final String CLOSED = "ours, closed loop";
    private static final String FLAT_OUT = "ours, flat out";
    private static final String PEER = "exchange-core";
    private static final String COMMAND = "a command";

    @Override
    public String name()
    {
        return "peer-engine";
    }

    @Override
    public String description()
    {
        return "whole engines, each at its own work: ours from market message to order, exchange-core from command " +
            "to result";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final PeerResults results = PeerResults.measure(run, List.of(engine(CLOSED, run.options(), Pace.CLOSED),
            PeerSubjects.ofExchangeCore(PEER, List.of("venue", "--operations",
            run.options().size().isSmoke() ? "5000" : "200000"), "-Xms1g", "-Xmx1g"),
            engine(FLAT_OUT, run.options(), Pace.FLAT_OUT)), List.of(CLOSED, FLAT_OUT));
        for (final double percentile : List.of(50.0, 99.0, 99.9))
        {
            results.percentile("whole engine, one at a time (different work)", CLOSED, Series.SERVICE, PEER, COMMAND,
                percentile);
        }
        results.number("whole engine, flat out, a message or command (different work)", Unit.NANOS, FLAT_OUT,
            Measure.NANOS_PER_MESSAGE, PEER, Measure.OPERATION_NANOS);
        return results.outcome(List.of(
            "ours: from a market message to the bytes of the order that it causes, through book, strategy, pre-trade " +
            "checks and encoding, all on one pinned thread; flat out, all messages",
            "exchange-core: from an order or cancel to its result, through grouping, the check of funds, matching " +
            "and results, on yielding threads that share this host's cores; it was made for a core for each",
            "exchange-core's executions and its book are compared with a matcher of ours after each pass"), COMMAND);
    }

    private static Subject engine(final String name, final BenchOptions options, final Pace pace)
    {
        final long messages = options.size().generatedMessages();
        return Subject.of(name, List.of("engine", "--feed", Feed.GENERATED.spec(options, messages).toString(),
            "--messages", Long.toString(messages), "--pace", pace.toString(), "--plan",
            EngineSpec.ONE_NODE.toString()));
    }
}

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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.scenario.Outcome;
import io.packetflow.latency.scenario.Scenario;

/** Cold path. Six trivial steps behind each other, as each system has them. */
final class ChainsOfPeers implements Scenario
{
    private static final String OURS = "engine";
    private static final String ERLANG = "erlang";
    private static final List<String> PEERS =
        List.of("fluxtion", "disruptor-one-handler", "disruptor", "pekko", "aeron", ERLANG);
    private static final String ROUND_TRIP = "round trip";
    /** Fluxtion's compiler and Aeron's driver look into the JDK. */
    private static final String[] OPENS =
        {"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED"};

    @Override
    public String name()
    {
        return "peer-chain";
    }

    @Override
    public String description()
    {
        return "six trivial steps, one event at a time and flat out: ours, Fluxtion, Disruptor, Pekko, Aeron, Erlang";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final List<Subject> subjects = new ArrayList<>(List.of(subject(run, OURS)));
        PEERS.forEach(peer -> subjects.add(subject(run, peer)));
        final PeerResults results = PeerResults.measure(run, subjects, List.of(OURS));
        for (final String peer : PEERS)
        {
            for (final double percentile : List.of(50.0, 99.0, 99.9))
            {
                results.percentile("six steps, one event at a time", OURS, peer, ROUND_TRIP, percentile);
            }
        }
        for (final String peer : PEERS)
        {
            results.number("six steps, flat out, an event", Unit.NANOS, OURS, peer, Measure.OPERATION_NANOS);
        }
        return results.outcome(List.of(
            "one event at a time: from before it is sent to its result where it was sent from; every result is checked",
            "engine, fluxtion: all steps on the caller's thread; disruptor-one-handler: all on one other; disruptor, " +
            "aeron: a thread for each, seven on this host's cores, yielding; pekko: six actors on the default " +
            "dispatcher; erlang: six processes, default flags",
            "flat out: at most 1 024 events under way; a message of Pekko's or Erlang's is a new object for each step"),
            ROUND_TRIP);
    }

    private static Subject subject(final ScenarioRun run, final String form)
    {
        final boolean smoke = run.options().size().isSmoke();
        final List<String> arguments = new ArrayList<>(ERLANG.equals(form) ? List.of("erlang-chain") :
            List.of("chain", "--form", form));
        // As many events as go one way through a ring, but for systems that need microseconds for each.
        arguments.addAll(List.of("--events", Long.toString(run.options().size().hopEvents() / 5),
            "--warm-up-millis", smoke ? "100" : "2000", "--millis", smoke ? "100" : "1000"));
        return PeerSubjects.of(form, arguments, OPENS);
    }
}

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

import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.scenario.Outcome;
import io.packetflow.latency.scenario.Scenario;

/** Cold path. What the unit of each system takes: a packet of an instance, an actor, a process. */
final class MemoryOfPeers implements Scenario
{
    private static final String OURS = "packet";
    private static final String PEKKO = "pekko actor";
    private static final String ERLANG = "erlang process";

    @Override
    public String name()
    {
        return "peer-memory";
    }

    @Override
    public String description()
    {
        return "bytes of the unit that each system is made of: a packet in its slot, an idle Pekko actor, an Erlang " +
            "process";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final String entities = run.options().size().isSmoke() ? "50000" : "200000";
        final PeerResults results = PeerResults.measure(run, List.of(
            Subject.of(OURS, List.of("slot-bytes", "--grouping", "fused", "--nodes", "auto")),
            PeerSubjects.of(PEKKO, List.of("actor-memory", "--entities", entities), "-Xms1g", "-Xmx1g"),
            PeerSubjects.of(ERLANG, List.of("erlang-memory", "--entities", entities))), List.of(OURS));
        results.number("bytes of an entity", Unit.BYTES, OURS, PEKKO, Measure.BYTES_PER_PACKET);
        results.number("bytes of an entity", Unit.BYTES, OURS, ERLANG, Measure.BYTES_PER_PACKET);
        return results.outcome(List.of("NOT the same thing: a packet's bytes are its part of a slot in the ring, " +
            "once for each instance under way, and its handler is there once; an actor and a process each have a " +
            "mailbox and can be addressed by themselves"), "");
    }
}

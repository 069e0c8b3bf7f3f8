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
import io.packetflow.latency.fork.Series;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.ring.RingKind;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Size;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.scenario.Outcome;
import io.packetflow.latency.scenario.Scenario;

/** Cold path. One hop between two pinned threads, and events of 64 bytes a second, through our rings and others'. */
final class RingsOfPeers implements Scenario
{
    private static final long PER_SECOND = 1_000_000;
    private static final List<RingKind> OURS = List.of(RingKind.CURSOR, RingKind.IN_SLOT);
    private static final List<String> PEERS = List.of("agrona-one-to-one", "agrona-many-to-one", "aeron-ipc");
    /** Aeron's driver looks into the JDK's selectors. */
    private static final String AERON = "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED";
    private static final String HOP = ", hop";
    private static final String PIPE = ", throughput";
    private static final String DISRUPTOR = RingKind.DISRUPTOR.toString();

    @Override
    public String name()
    {
        return "peer-ring";
    }

    @Override
    public String description()
    {
        return "one hop between two threads, and 64-byte events a second: ours, Disruptor, Agrona, Aeron IPC";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final Size size = run.options().size();
        final List<Subject> subjects = new ArrayList<>();
        final List<String> ours = new ArrayList<>();
        for (final RingKind kind : List.of(RingKind.CURSOR, RingKind.IN_SLOT, RingKind.DISRUPTOR))
        {
            subjects.add(Subject.of(kind + HOP, List.of("ring-hop", "--ring", kind.toString(), "--pace",
                Long.toString(PER_SECOND), "--events", Long.toString(size.hopEvents()))));
            subjects.add(Subject.of(kind + PIPE, List.of("ring-throughput", "--ring", kind.toString(), "--events",
                Long.toString(size.throughputEvents()))));
        }
        OURS.forEach(kind -> ours.addAll(List.of(kind + HOP, kind + PIPE)));
        for (final String peer : PEERS)
        {
            subjects.add(PeerSubjects.of(peer + HOP, List.of("hop", "--ring", peer, "--per-second",
                Long.toString(PER_SECOND), "--events", Long.toString(size.hopEvents())), AERON));
            subjects.add(PeerSubjects.of(peer + PIPE, List.of("throughput", "--ring", peer, "--events",
                Long.toString(size.throughputEvents())), AERON));
        }
        return compare(PeerResults.measure(run, subjects, ours));
    }

    private static Outcome compare(final PeerResults results)
    {
        final List<String> others = new ArrayList<>(List.of(DISRUPTOR));
        others.addAll(PEERS);
        for (final RingKind kind : OURS)
        {
            for (final String other : others)
            {
                results.percentile("one way, " + kind, kind + HOP, other + HOP, Series.ONE_WAY, 50);
                results.percentile("one way, " + kind, kind + HOP, other + HOP, Series.ONE_WAY, 99);
            }
        }
        for (final RingKind kind : OURS)
        {
            for (final String other : others)
            {
                results.number("64-byte events, one by one, " + kind, Unit.MILLIONS_PER_SECOND, kind + PIPE,
                    other + PIPE, Measure.EVENTS_PER_SECOND);
            }
        }
        return results.outcome(List.of(
            "one way: seven longs, an event each microsecond, two threads that spin on cores of their own; one loop " +
            "for all", "every event is published by itself; Agrona's and Aeron's rings of many bytes have a header " +
            "of 8 and 32 bytes before the 64, ours and the Disruptor's have none (in the slot: one of the eight words)",
            "Aeron also carries messages between processes, which the others here do not; its driver sleeps meanwhile"),
            Series.ONE_WAY);
    }
}

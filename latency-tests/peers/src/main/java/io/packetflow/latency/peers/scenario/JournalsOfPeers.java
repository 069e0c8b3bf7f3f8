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
import io.packetflow.latency.run.Size;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.scenario.Outcome;
import io.packetflow.latency.scenario.Scenario;

/** Cold path. The append of records: our journal, and Chronicle Queue by itself. */
final class JournalsOfPeers implements Scenario
{
    private static final String OURS = "ours";
    private static final String PEER = "chronicle";
    private static final String APPEND = "an append";
    private static final String SAFE = "process_safe";
    private static final String SYNC = "sync";
    private static final int SHORT = 64;
    private static final int LONG = 256;

    @Override
    public String name()
    {
        return "peer-journal";
    }

    @Override
    public String description()
    {
        return "the append of a record, in the page cache and on the disk: our journal, Chronicle Queue alone";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final List<Subject> subjects = new ArrayList<>();
        final List<String> ours = new ArrayList<>();
        for (final String log : List.of(OURS, PEER))
        {
            subjects.add(subject(run, log, SAFE, SHORT));
            subjects.add(subject(run, log, SAFE, LONG));
            subjects.add(subject(run, log, SYNC, SHORT));
        }
        subjects.stream().map(Subject::name).filter(name -> name.startsWith(OURS)).forEach(ours::add);
        final PeerResults results = PeerResults.measure(run, subjects, ours);
        compare(results, SAFE, SHORT);
        compare(results, SAFE, LONG);
        compare(results, SYNC, SHORT);
        return results.outcome(List.of(
            "process_safe: a record survives the death of the process and not that of the host; ours is chained and " +
            "has a CRC-32C, Chronicle's has neither",
            "ours is appended within segments that helper threads made and touched before; Chronicle's file grows " +
            "while it is appended to, for its pre-toucher is sold separately",
            "sync: each record by itself; ours is synced by the commit thread and waited for at the gate; " +
            "Chronicle's mapping is synced by the appending thread"), APPEND);
    }

    private static void compare(final PeerResults results, final String promise, final int bodyBytes)
    {
        final String ours = name(OURS, promise, bodyBytes);
        final String peer = name(PEER, promise, bodyBytes);
        final String what = "append, " + bodyBytes + " bytes, " + promise;
        for (final double percentile : List.of(50.0, 99.0, 99.9))
        {
            results.percentile(what, ours, peer, APPEND, percentile);
        }
        results.number(what + ", flat out", Unit.NANOS, ours, peer, Measure.OPERATION_NANOS);
    }

    private static String name(final String log, final String promise, final int bodyBytes)
    {
        return log + ", " + promise + ", " + bodyBytes + " bytes";
    }

    private static Subject subject(final ScenarioRun run, final String log, final String promise, final int bodyBytes)
    {
        return PeerSubjects.of(name(log, promise, bodyBytes), List.of("append", "--log", log, "--promise", promise,
            "--body-bytes", Integer.toString(bodyBytes), "--events",
            Integer.toString(events(run.options().size(), promise, bodyBytes))));
    }

    /** As many as fit into the two segments that are ready when it begins, with those that warm up. */
    private static int events(final Size size, final String promise, final int bodyBytes)
    {
        if (SYNC.equals(promise))
        {
            return size.isSmoke() ? 50 : 2_000;
        }
        return size.isSmoke() ? 10_000 : bodyBytes == SHORT ? 1_000_000 : 500_000;
    }
}

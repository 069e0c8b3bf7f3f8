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
package io.packetflow.latency.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Size;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. What a whole molecule takes, heap and all else, and by how much that grows with each packet that it may
 * have in flight: that is what one more actor takes in an actor system, so the target is the 186 bytes of thesis 7.2.3.
 * {@code slot-bytes} is the part of it that the hot path touches. A molecule of six small packets shows the engine's
 * own memory; a TradingEngine its tables, too.
 */
final class MoleculeMemory implements Scenario
{
    private static final String SIX = "six packets";
    private static final String LARGE = "six packets, large ring";
    private static final String TRADING = "TradingEngine";
    private static final String LARGE_SLOTS = "65536";
    private static final Target TARGET = Target.of(186);

    @Override
    public String name()
    {
        return "memory";
    }

    @Override
    public String description()
    {
        return "bytes a packet of whole molecules, heap and off-heap: six small packets, and a TradingEngine";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final Size size = run.options().size();
        final List<String> arguments = List.of("memory", "--count", Integer.toString(size.measuredMolecules()));
        final List<String> trading = new ArrayList<>(arguments);
        trading.add("--trading");
        final List<String> large = new ArrayList<>(arguments);
        large.addAll(List.of("--slots", LARGE_SLOTS));
        final Results results = run.measure(
            List.of(Subject.of(SIX, arguments), Subject.of(LARGE, large), Subject.of(TRADING, trading)));
        final List<Row> rows = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        rows.add(Row.reported("memory, one more packet in flight", Unit.BYTES, oneMorePacket(results))
            .target(size.isSmoke() ? Target.NONE : TARGET));
        notes.add("one more packet in flight: what six packets take with a ring of " + LARGE_SLOTS +
            " instances, less what they take with their own ring");
        for (final String subject : List.of(SIX, TRADING))
        {
            rows.add(Row.reported("memory, " + subject + ", a molecule, heap", Unit.BYTES,
                results.number(subject, Measure.HEAP_BYTES_PER_MOLECULE)));
            rows.add(Row.reported("memory, " + subject + ", a molecule, off-heap", Unit.BYTES,
                results.number(subject, Measure.OFF_HEAP_BYTES_PER_MOLECULE)));
            final ForkResult first = results.of(subject).get(0);
            notes.add(String.format(Locale.ROOT, "%s: %.0f packets, a ring of %,.0f instances", subject,
                first.number(Measure.PACKETS), first.number(Measure.SLOTS)));
        }
        return Outcome.of(rows, notes);
    }

    private static Figure oneMorePacket(final Results results)
    {
        final List<Double> byFork = new ArrayList<>();
        for (int i = 0; i < results.of(SIX).size(); i++)
        {
            final ForkResult small = results.of(SIX).get(i);
            final ForkResult large = results.of(LARGE).get(i);
            byFork.add((bytes(large) - bytes(small)) / (packetsInFlight(large) - packetsInFlight(small)));
        }
        return new Figure(byFork);
    }

    private static double bytes(final ForkResult fork)
    {
        return fork.number(Measure.HEAP_BYTES_PER_MOLECULE) + fork.number(Measure.OFF_HEAP_BYTES_PER_MOLECULE);
    }

    private static double packetsInFlight(final ForkResult fork)
    {
        return fork.number(Measure.PACKETS) * fork.number(Measure.SLOTS);
    }
}

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

import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Size;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.workload.Workload;

/**
 * Cold path. Throughput by kind of work, with the targets of thesis 7.2.2: a molecule of six packets, fused on one
 * node, whose messages of 64 bytes are computed with, journaled and stored, received and sent, or each in turn.
 */
final class Workloads implements Scenario
{
    private static final double CPU = 1_247_832;
    private static final double IO = 2_891_445;
    private static final double NETWORK = 956_723;
    private static final double MIXED = 1_678_934;

    @Override
    public String name()
    {
        return "workloads";
    }

    @Override
    public String description()
    {
        return "messages a second of six packets that compute, store, send over loopback UDP, or each in turn";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final Size size = run.options().size();
        final List<Subject> subjects = new ArrayList<>();
        for (final Workload workload : Workload.values())
        {
            subjects.add(Subject.of(workload.toString(), List.of("workload", "--kind", workload.name(), "--datagrams",
                Long.toString(size.workloadDatagrams()))));
        }
        final Results results = run.measure(subjects);
        final List<Row> rows = new ArrayList<>();
        for (final Workload workload : Workload.values())
        {
            rows.add(Row.reported("workload " + workload + ", messages", Unit.MILLIONS_PER_SECOND,
                results.number(workload.toString(), Measure.MESSAGES_PER_SECOND))
                .target(size.isSmoke() ? Target.NONE : target(workload)));
        }
        return Outcome.of(rows, List.of(
            String.format(Locale.ROOT, "%,.0f messages of 64 bytes each",
            results.number(Workload.CPU.toString(), Measure.MESSAGES).median()),
            "cpu: an option priced for each message; io: journaled process-safe, results written to a file; network: " +
            "in and out by UDP, 16 messages a datagram; mixed: in by UDP, a third priced, a third written, a third " +
            "sent",
            "one thread is the molecule, both ends of the network and the writer of the file"));
    }

    private static Target target(final Workload workload)
    {
        return Target.of(switch (workload)
        {
            case CPU -> CPU;
            case IO -> IO;
            case NETWORK -> NETWORK;
            case MIXED -> MIXED;
        });
    }
}

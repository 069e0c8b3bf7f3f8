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

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/** Cold path. Bytes of a slot for one packet, in the default plan and in others; read from plans, nothing runs. */
final class SlotBytes implements Scenario
{
    private static final Target TARGET = Target.of(128);

    @Override
    public String name()
    {
        return "slot-bytes";
    }

    @Override
    public String description()
    {
        return "bytes of a slot for one packet, in the default plan and in others";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final List<String> notes = new ArrayList<>();
        final List<Row> rows = new ArrayList<>();
        rows.add(row(run, "fused", "auto", notes).target(TARGET));
        rows.add(row(run, "fused", "two-nodes", notes));
        rows.add(row(run, "strict", "two-nodes", notes));
        return Outcome.of(rows, notes);
    }

    private static Row row(
        final ScenarioRun run, final String grouping, final String nodes, final List<String> notes)
    {
        final String plan = grouping + "/" + nodes;
        final ForkResult result = run.once(
            Subject.of(plan, List.of("slot-bytes", "--grouping", grouping, "--nodes", nodes)));
        notes.add(plan + ": " + result.texts().get("slot"));
        return Row.reported("bytes a packet, plan " + plan, Unit.BYTES,
            Figure.of(result.number(Measure.BYTES_PER_PACKET)));
    }
}

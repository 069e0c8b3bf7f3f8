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
package io.packetflow.latency.html;

import java.util.List;
import java.util.Locale;

import io.packetflow.engine.cli.TextTable;
import io.packetflow.latency.gate.ErrorRates;
import io.packetflow.latency.report.Row;

/** Cold path. The full table as Markdown: target, our figure, floor or peer, ratio, verdict and command. */
final class ReportTable
{
    private final StoredRun run;

    ReportTable(final StoredRun run)
    {
        this.run = run;
    }

    String markdown()
    {
        final StringBuilder text = new StringBuilder(16_384);
        text.append(String.format(Locale.ROOT, "Host: %s; %s; %s; %s.%n%n", run.host().get("cpu"),
            run.host().get("kernel"), run.host().get("jdk"), run.host().get("gc")));
        for (final StoredScenario scenario : run.scenarios())
        {
            text.append('`').append(scenario.command()).append("` (").append(scenario.measuredAt()).append(")\n\n");
            text.append(scenario.failure().isEmpty() ? table(scenario.rows()) :
                "not measured: " + scenario.failure() + "\n").append('\n');
        }
        run.calibration().ifPresent(calibration -> text.append("`packetflow bench calibrate`: the gate's own error " +
            "rates\n\n").append(new ErrorRates(calibration).table().markdown()).append('\n'));
        return text.toString();
    }

    private static String table(final List<Row> rows)
    {
        final TextTable table =
            new TextTable("what", "target", "floor or peer", "ours", "ratio", "orders/message", "forks", "verdict");
        rows.forEach(row -> table.row(row.what(), row.target().text(row.unit()),
            row.floor() == null ? "" : row.floor().text(row.unit()) + " " + row.floorName(),
            row.ours().text(row.unit()) + " " + row.unit(), row.floor() == null ? "" : row.ratio().toString(),
            Double.isNaN(row.ordersPerMessage()) ? "" : String.format(Locale.ROOT, "%.3f", row.ordersPerMessage()),
            Integer.toString(row.ours().forks()), row.verdict()));
        return table.markdown();
    }
}

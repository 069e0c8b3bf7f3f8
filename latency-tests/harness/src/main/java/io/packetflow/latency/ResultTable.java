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
package io.packetflow.latency;

import java.util.List;
import java.util.Locale;

import io.packetflow.engine.cli.TextTable;
import io.packetflow.latency.report.Row;

/** Cold path. The table of a run: each figure with its target, its floor, the ratio, and how to take it again. */
final class ResultTable
{
    private final TextTable table = new TextTable(
        "what", "target", "floor", "engine", "ratio", "orders/message", "forks", "verdict", "command");

    ResultTable(final List<ScenarioReport> reports)
    {
        reports.forEach(report -> report.outcome().rows().forEach(row -> add(row, report.command())));
    }

    private void add(final Row row, final String command)
    {
        table.row(row.what(), row.target().text(row.unit()), floor(row), row.ours().text(row.unit()) + " " + row.unit(),
            row.floor() == null ? "" : row.ratio().toString(), orders(row), Integer.toString(row.ours().forks()),
            row.verdict(), command);
    }

    private static String floor(final Row row)
    {
        if (row.floor() == null)
        {
            return "";
        }
        final String name = "floor".equals(row.floorName()) ? "" : " (" + row.floorName() + ")";
        return row.floor().text(row.unit()) + name;
    }

    private static String orders(final Row row)
    {
        return Double.isNaN(row.ordersPerMessage()) ? "none" :
            String.format(Locale.ROOT, "%.3f", row.ordersPerMessage());
    }

    String plain()
    {
        return table.plain();
    }

    String markdown()
    {
        return table.markdown();
    }
}

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
package io.packetflow.engine.analysis;

import java.util.List;
import java.util.Locale;

import io.packetflow.engine.analysis.performance.CriticalPath;
import io.packetflow.engine.analysis.performance.DeploymentPerformance;
import io.packetflow.engine.analysis.performance.StageBudget;
import io.packetflow.engine.cli.TextTable;

/** Cold path. Draws the latency budget of a deployment, stage by stage, and its critical path. */
public final class BudgetPicture
{
    private BudgetPicture()
    {
    }

    /**
     * Draws a budget.
     *
     * @param performance that is predicted of a deployment
     * @return several lines
     */
    public static String of(final DeploymentPerformance performance)
    {
        final List<Integer> critical = performance.schedule().chainTo(performance.schedule().lastStage());
        final TextTable table = new TextTable(
            "stage", "node", "step", "queue", "start", "work", "calls", "end", "critical", "packets")
            .right(0, 2, 3, 4, 5, 6, 7);
        for (final StageBudget stage : performance.schedule().stages())
        {
            table.row(String.valueOf(stage.stage()), stage.node(), nanos(stage.stepNanos()),
                nanos(stage.queueNanos()), nanos(stage.startNanos()), nanos(stage.workNanos()),
                nanos(stage.callNanos()), nanos(stage.endNanos()), critical.contains(stage.stage()) ? "yes" : "no",
                String.join(" -> ", stage.packets()));
        }
        return String.format(Locale.ROOT, "Latency budget of %s in ns: ingress %s, then%n%s  critical: %s = %s%n",
            performance.schedule().deployment().name(), nanos(performance.schedule().ingressNanos()),
            table.plain().indent(2), String.join(" + ", performance.critical().parts().stream()
            .map(BudgetPicture::part).toList()), nanos(performance.critical().totalNanos()));
    }

    private static String part(final CriticalPath.Part part)
    {
        return part.what() + " " + nanos(part.nanos());
    }

    private static String nanos(final double nanos)
    {
        return String.format(Locale.ROOT, "%,.1f", nanos).replaceAll("\\.0$", "");
    }
}

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
package io.packetflow.engine.optimizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.packetflow.engine.cli.TextTable;

/** Cold path. Draws an optimisation as text. */
final class OptimisationPicture
{
    private final Optimisation optimisation;
    private final StringBuilder text = new StringBuilder();

    private OptimisationPicture(final Optimisation optimisation)
    {
        this.optimisation = optimisation;
    }

    static String of(final Optimisation optimisation)
    {
        final OptimisationPicture picture = new OptimisationPicture(optimisation);
        picture.drawHead();
        picture.drawSteps();
        picture.drawPlacement();
        return picture.text.toString();
    }

    private void drawHead()
    {
        line("Optimisation of %s: %d step%s", optimisation.original().name(), optimisation.steps().size(),
            optimisation.steps().size() == 1 ? "" : "s");
        line("  before  %s (each group on its own node, as far as there are nodes)", optimisation.before());
        line("  after   %s%s", optimisation.after(), difference());
    }

    /** Without an overload an instance has a queue to wait in, so the two times do not compare. */
    private String difference()
    {
        if (optimisation.before().overload() > 0 && optimisation.after().overload() == 0)
        {
            return " (keeps up with the demanded rate)";
        }
        return optimisation.steps().isEmpty() ? "" :
            String.format(Locale.ROOT, " (%.1f %% less)", optimisation.gainPercent());
    }

    private void drawSteps()
    {
        if (optimisation.steps().isEmpty())
        {
            return;
        }
        final TextTable table = new TextTable(
            "", "step", "ns before", "after", "gain", "%", "instances/s before", "after", "place")
            .right(0, 2, 3, 4, 5, 6, 7);
        int number = 1;
        for (final OptimisationStep step : optimisation.steps())
        {
            table.row(String.valueOf(number), step.kind().toString(), nanos(step.before().totalNanos()),
                nanos(step.after().totalNanos()), nanos(step.gainNanos()),
                String.format(Locale.ROOT, "%.1f", step.gainPercent()), rate(step.before().throughputPerSecond()),
                rate(step.after().throughputPerSecond()), step.place());
            number++;
        }
        text.append(table.plain().indent(2));
        number = 1;
        for (final OptimisationStep step : optimisation.steps())
        {
            line("  %d: %s%s", number, step.reason(), overload(step));
            number++;
        }
    }

    private static String overload(final OptimisationStep step)
    {
        return step.before().overload() == 0 ? "" : String.format(Locale.ROOT,
            "; what the busiest node lacks goes from %.2f to %.2f cores", step.before().overload(),
            step.after().overload());
    }

    private void drawPlacement()
    {
        final Map<String, List<String>> nodes = new LinkedHashMap<>();
        nodes.put(optimisation.sequencingNode(), new ArrayList<>());
        optimisation.placement().forEach(
            (packet, node) -> nodes.computeIfAbsent(node, unseen -> new ArrayList<>()).add(packet));
        nodes.forEach((node, packets) -> line("  node %s%s: %s", node,
            node.equals(optimisation.sequencingNode()) ? " (sequences)" : "",
            packets.isEmpty() ? "the ingress alone" : String.join(", ", packets)));
        if (!optimisation.cuts().isEmpty())
        {
            line("  a stage begins with: %s", String.join(", ", optimisation.cuts()));
        }
        if (!optimisation.packing().isEmpty())
        {
            line("  first in the slot, behind the header: %s", String.join(", ", optimisation.packing()));
        }
    }

    private static String nanos(final double value)
    {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String rate(final double value)
    {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private void line(final String format, final Object... values)
    {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

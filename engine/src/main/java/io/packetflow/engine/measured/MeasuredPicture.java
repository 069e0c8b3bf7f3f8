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
package io.packetflow.engine.measured;

import java.util.Locale;

import io.packetflow.engine.cli.TextTable;

/** Cold path. Draws a measured budget as text. */
final class MeasuredPicture
{
    private MeasuredPicture()
    {
    }

    static String of(final MeasuredBudget budget)
    {
        final TextTable packets = new TextTable("packet", "predicted ns", "", "measured", "error %", "fires predicted",
            "measured").right(1, 3, 4, 5, 6);
        for (final MeasuredPacket packet : budget.packets())
        {
            packets.row(packet.packet(), number(packet.predictedNanos()), packet.predicted().origin().toString(),
                number(packet.measuredNanos()),
                Double.isNaN(packet.errorPercent()) ? "-" : percent(packet.errorPercent()),
                share(packet.predicted().firingShare()), share(packet.measuredShare()));
        }
        final TextTable pairs = new TextTable("bond", "meet predicted", "measured", "error").right(1, 2, 3);
        for (final MeasuredPair pair : budget.pairs())
        {
            pairs.row(pair.first() + " - " + pair.second(), share(pair.predicted()), share(pair.measured()),
                String.format(Locale.ROOT, "%+.3f", pair.predicted() - pair.measured()));
        }
        return String.format(Locale.ROOT, "Measured: %s, %,d instances on one core%n%s%s" +
            "  an instance, predicted            %s ns (%s %%)%n" +
            "  an instance, from measured packets %s ns (%s %%)%n" +
            "  an instance, measured             %s ns%n" +
            "  failures seen                     %d%n",
            budget.molecule(), budget.instances(), packets.plain().indent(2),
            budget.pairs().isEmpty() ? "" : pairs.plain().indent(2), number(budget.predictedNanos()),
            percent(budget.errorPercent()), number(budget.informedNanos()), percent(budget.informedErrorPercent()),
            number(budget.measuredNanos()), budget.failures());
    }

    private static String number(final double value)
    {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    private static String percent(final double value)
    {
        return String.format(Locale.ROOT, "%+.1f", value);
    }

    private static String share(final double value)
    {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}

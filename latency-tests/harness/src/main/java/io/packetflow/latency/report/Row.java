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
package io.packetflow.latency.report;

import java.util.Locale;

/**
 * Cold path. One line of the results.
 *
 * @param what was measured
 * @param unit of its figures
 * @param target for our figure
 * @param floor figure that ours is compared with, null where there is none
 * @param floorName what that is
 * @param ours figure
 * @param ratioLimit that ours may not exceed against the floor, or {@link Ratio#NO_LIMIT}
 * @param ordersPerMessage that were sent meanwhile; not a number where no orders are sent
 * @param obstacle why this host cannot assess the target; otherwise empty
 */
public record Row(
    String what,
    Unit unit,
    Target target,
    Figure floor,
    String floorName,
    Figure ours,
    double ratioLimit,
    double ordersPerMessage,
    String obstacle)
{
    /**
     * A line that is only reported.
     *
     * @param what was measured
     * @param unit of its figure
     * @param ours figure
     * @return the row
     */
    public static Row reported(final String what, final Unit unit, final Figure ours)
    {
        return new Row(what, unit, Target.NONE, null, "", ours, Ratio.NO_LIMIT, Double.NaN, "");
    }

    /**
     * Gives it a target.
     *
     * @param value of the target
     * @return a changed copy
     */
    public Row target(final Target value)
    {
        return new Row(what, unit, value, floor, floorName, ours, ratioLimit, ordersPerMessage, obstacle);
    }

    /**
     * Compares it.
     *
     * @param name of what it is compared with
     * @param figure of that
     * @param limit of the ratio, or {@link Ratio#NO_LIMIT}
     * @return a changed copy
     */
    public Row against(final String name, final Figure figure, final double limit)
    {
        return new Row(what, unit, target, figure, name, ours, limit, ordersPerMessage, obstacle);
    }

    /**
     * Says how many orders were sent.
     *
     * @param value orders for each message
     * @return a changed copy
     */
    public Row ordersPerMessage(final double value)
    {
        return new Row(what, unit, target, floor, floorName, ours, ratioLimit, value, obstacle);
    }

    /**
     * Says why this host cannot assess the target. The figure is shown, and what it would mean, but it counts neither
     * as met nor as missed.
     *
     * @param why in words; empty if it can
     * @return a changed copy
     */
    public Row notAssessable(final String why)
    {
        return new Row(what, unit, target, floor, floorName, ours, ratioLimit, ordersPerMessage, why);
    }

    /** Returns the comparison, null where there is none. */
    public Ratio ratio()
    {
        return floor == null ? null : new Ratio(ours, floor, unit, ratioLimit);
    }

    /** Returns whether there is anything that it can miss. */
    public boolean isJudged()
    {
        return obstacle.isEmpty() && hasLimits();
    }

    private boolean hasLimits()
    {
        return target.isSet() || (floor != null && !Double.isNaN(ratioLimit));
    }

    /** Returns whether it keeps all that it is judged by. */
    public boolean isMet()
    {
        return target.isMetBy(ours.median(), unit) && (floor == null || ratio().isMet());
    }

    /** Returns the verdict in words: by how much it misses, where it does. */
    public String verdict()
    {
        if (!hasLimits())
        {
            return "";
        }
        return obstacle.isEmpty() ? judgement() : "not assessable here (" + obstacle + "): as measured, " + judgement();
    }

    private String judgement()
    {
        final StringBuilder missed = new StringBuilder();
        if (!target.isMetBy(ours.median(), unit))
        {
            final double factor = unit.isMoreBetter() ? target.limit() / ours.median() : ours.median() / target.limit();
            missed.append(String.format(Locale.ROOT, "misses target %.2f ×", factor));
        }
        if (floor != null && !ratio().isMet())
        {
            missed.append(missed.length() == 0 ? "" : ", ")
                .append(String.format(Locale.ROOT, "ratio %.2f × its limit", ratio().value() / ratioLimit));
        }
        return missed.length() == 0 ? "met" : missed.toString();
    }
}

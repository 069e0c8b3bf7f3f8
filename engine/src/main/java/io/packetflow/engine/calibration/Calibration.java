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
package io.packetflow.engine.calibration;

import java.util.Objects;

import io.packetflow.engine.cost.HostCosts;

/**
 * Cold path. Costs that were measured, and where.
 *
 * @param costs medians; what the host could not show is as {@link HostCosts#ASSUMED} has it, and {@code remarks} say so
 * @param host on which they were measured
 * @param date of the measurement, as 2026-11-26
 * @param jdk that ran it
 * @param remarks what was not measured, empty if nothing was missing
 * @param spread how far the middle half of the rounds lies apart, as a share of their median, where that is most
 */
public record Calibration(
    HostCosts costs, CalibratedHost host, String date, String jdk, String remarks, double spread)
{
    /** Rounds that lie further apart measured what else ran. */
    public static final double STEADY = 0.25;

    /** Checks that nothing is null. */
    public Calibration
    {
        Objects.requireNonNull(costs, "costs");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(jdk, "jdk");
        Objects.requireNonNull(remarks, "remarks");
    }

    /** Returns whether the rounds agree, so that the figures are those of the host and not of what else ran. */
    public boolean isSteady()
    {
        return spread <= STEADY;
    }

    /** Returns the costs with an origin that says where and when they were measured. */
    public HostCosts costsWithOrigin()
    {
        return new HostCosts("measured " + date + " on " + host + ", JDK " + jdk +
            (remarks.isEmpty() ? "" : "; " + remarks), costs.ingressNanos(), costs.callNanos(), costs.stageNanos(),
            costs.hopNanos(), costs.remoteHopNanos(), costs.hopsPerSecond());
    }
}

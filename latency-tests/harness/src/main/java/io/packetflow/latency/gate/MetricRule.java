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
package io.packetflow.latency.gate;

/** Cold path. How a metric is compared, and how much worse it may get. */
public enum MetricRule
{
    /** A median, a mean or a rate: ranks of all forks. */
    TYPICAL(0.03),
    /** A percentile such as P99: ranks of all forks, more tolerance. */
    UPPER(0.05),
    /**
     * A tail beyond: the best fork of each side. One stall of the host spoils the tail of a fork, so that ranks
     * compare hosts' moods; a slower build has no good fork at all.
     */
    TAIL(0.10),
    /** Bytes allocated by one operation, which are none. */
    NO_ALLOCATION(0);

    private final double tolerance;

    MetricRule(final double tolerance)
    {
        this.tolerance = tolerance;
    }

    /** Returns by what share it may get worse. */
    public double tolerance()
    {
        return tolerance;
    }

    /** Returns whether ranks decide, so that it takes part in the correction for several tests. */
    public boolean isRanked()
    {
        return this == TYPICAL || this == UPPER;
    }
}

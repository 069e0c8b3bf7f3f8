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
package io.packetflow.latency.run;

import java.util.List;

/**
 * Cold path. How much is measured. Only {@link #FULL} gives figures to write down; the others show that everything
 * runs, or how a change goes.
 */
public enum Size
{
    /** Seconds in all: each scenario runs once over next to nothing. */
    SMOKE,
    /** Minutes: for looking at a change. */
    QUICK,
    /** The real thing: two hours. */
    FULL;

    private static final long FAST = 1_000_000;
    private static final double MILLIS_PER_SECOND = 1e3;

    private long pick(final long smoke, final long quick, final long full)
    {
        return switch (this)
        {
            case SMOKE -> smoke;
            case QUICK -> quick;
            case FULL -> full;
        };
    }

    /** Returns how many forks there are by default. */
    public int forks()
    {
        return (int)pick(1, 3, 5);
    }

    /** Returns how many messages of the recorded feed are sent in a closed loop. */
    public long recordedMessages()
    {
        return pick(20_000, 2_000_000, 10_000_000);
    }

    /** Returns how many messages of a generated market count in a closed loop. */
    public long generatedMessages()
    {
        return pick(20_000, 1_000_000, 3_000_000);
    }

    /**
     * Returns how many messages count in an open loop: fewer a second, fewer in all.
     *
     * @param perSecond planned
     * @return how many
     */
    public long openLoopMessages(final long perSecond)
    {
        return perSecond >= FAST ? pick(20_000, 1_000_000, 4_000_000) : pick(5_000, 200_000, 1_000_000);
    }

    /** Returns how long a session lasts. */
    public double sessionSeconds()
    {
        return pick(100, 10_000, 60_000) / MILLIS_PER_SECOND;
    }

    /** Returns how long each step of a ladder of rates lasts. */
    public double stepSeconds()
    {
        return pick(20, 500, 2_000) / MILLIS_PER_SECOND;
    }

    /** Returns how many datagrams of messages a kind of work is measured with. */
    public long workloadDatagrams()
    {
        return pick(1_000, 100_000, 400_000);
    }

    /** Returns how many order messages the simulated venue matches. */
    public long matchedOrders()
    {
        return pick(50_000, 3_000_000, 10_000_000);
    }

    /** Returns how many messages a journal holds that is recovered. */
    public long recoveredMessages()
    {
        return pick(20_000, 1_000_000, 2_000_000);
    }

    /** Returns how many primaries a campaign kills or stops. */
    public int failovers()
    {
        return (int)pick(1, 3, 5);
    }

    /** Returns how many messages the feed of such a campaign has: seconds in which standbys start and take over. */
    public long failoverMessages()
    {
        return pick(300_000, 1_000_000, 1_000_000);
    }

    /** Returns how many of them come in a second: the default, or so few that a busy build has time enough. */
    public int failoverRate()
    {
        return (int)pick(4_000, 20_000, 20_000);
    }

    /** Returns after how long a standby takes its primary for stalled: the default, or what a busy build survives. */
    public int stallLimitMillis()
    {
        return (int)pick(1_000, 50, 50);
    }

    /** Returns how many molecules are made to see what one takes. */
    public int measuredMolecules()
    {
        return (int)pick(2, 8, 16);
    }

    /** Returns how many messages run without a collector. */
    public long epsilonMessages()
    {
        return pick(50_000, 20_000_000, 20_000_000);
    }

    /** Returns how many events are sent one way through a ring. */
    public long hopEvents()
    {
        return pick(20_000, 500_000, 2_000_000);
    }

    /** Returns how many events go through a ring under full load. */
    public long throughputEvents()
    {
        return pick(200_000, 30_000_000, 100_000_000);
    }

    /** Returns for how long the host's own jitter is measured. */
    public double jitterSeconds()
    {
        return pick(50, 500, 2_000) / MILLIS_PER_SECOND;
    }

    /** Returns after how long a fork is given up. */
    public int timeoutSeconds()
    {
        return (int)pick(300, 300, 900);
    }

    /** Returns the options of a JMH fork. */
    public List<String> jmhOptions()
    {
        return List.of("--warm-ups", Long.toString(pick(0, 3, 5)), "--iterations", Long.toString(pick(1, 3, 5)),
            "--millis", Long.toString(pick(10, 300, 1_000)));
    }

    /** Returns the options of a JMH fork for the regression gate: more iterations, each of them short. */
    public List<String> gateJmhOptions()
    {
        return List.of("--warm-ups", Long.toString(pick(1, 15, 40)), "--iterations", Long.toString(pick(2, 60, 150)),
            "--millis", Long.toString(pick(5, 5, 20)));
    }

    /** Returns whether feeds are so small that no target fits them. */
    public boolean isSmoke()
    {
        return this == SMOKE;
    }
}

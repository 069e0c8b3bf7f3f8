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

import io.packetflow.latency.load.FeedSpec;

/** Cold path. The three feeds of the targets. */
public enum Feed
{
    /** A recorded file: a small book. Without the file a generated market stands in, and no target fits it. */
    RECORDED("recorded", 1, 500),
    /** A generated market of 200 symbols. */
    GENERATED("generated", 200, 85_000),
    /** A generated market of 4 000 symbols: its tables are larger than any cache. */
    LARGE("large", 4_000, 1_200_000);

    private static final int SMOKE_SYMBOLS = 20;
    private static final int SMOKE_LIVE_ORDERS = 1_000;

    private final String name;
    private final int symbols;
    private final int liveOrders;

    Feed(final String name, final int symbols, final int liveOrders)
    {
        this.name = name;
        this.symbols = symbols;
        this.liveOrders = liveOrders;
    }

    /**
     * Returns what is sent.
     *
     * @param options of the run
     * @param messages of a generated market that count
     * @return the feed
     */
    public FeedSpec spec(final BenchOptions options, final long messages)
    {
        if (this == RECORDED && options.recorded() != null)
        {
            return FeedSpec.recorded(options.recorded());
        }
        return options.size().isSmoke() ?
            FeedSpec.generated(messages, Math.min(symbols, SMOKE_SYMBOLS), Math.min(liveOrders, SMOKE_LIVE_ORDERS)) :
            FeedSpec.generated(messages, symbols, liveOrders);
    }

    /**
     * Returns whether the targets were set for what is sent.
     *
     * @param options of the run
     * @return whether they fit
     */
    public boolean isWhatTargetsMean(final BenchOptions options)
    {
        return !options.size().isSmoke() && (this != RECORDED || options.recorded() != null);
    }

    /** Returns the name in names of scenarios. */
    @Override
    public String toString()
    {
        return name;
    }
}

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
package io.packetflow.latency.scenario;

import io.packetflow.latency.report.Target;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;

/**
 * Cold path. What shall be reached on a feed.
 *
 * @param p50 ingress to order bytes, closed loop
 * @param p90 ingress to order bytes, closed loop
 * @param messagesPerSecond of the whole molecule, flat out
 * @param ordersPerSecond of the whole molecule, flat out
 * @param book nanoseconds for an operation of the order book
 */
record FeedTargets(Target p50, Target p90, Target messagesPerSecond, Target ordersPerSecond, Target book)
{
    /** How much more than the closed loop an open one may take. */
    private static final double OPEN_LOOP = 1.25;

    private static final FeedTargets NONE =
        new FeedTargets(Target.NONE, Target.NONE, Target.NONE, Target.NONE, Target.NONE);

    static FeedTargets of(final Feed feed, final BenchOptions options)
    {
        if (!feed.isWhatTargetsMean(options))
        {
            return NONE;
        }
        return switch (feed)
        {
            case RECORDED -> of(85, 105, 28e6, Target.of(5e6), 22);
            case GENERATED -> of(150, 310, 14e6, Target.NONE, 55);
            case LARGE -> of(330, 650, 7e6, Target.NONE, 120);
        };
    }

    private static FeedTargets of(
        final double p50, final double p90, final double messages, final Target orders, final double book)
    {
        return new FeedTargets(Target.of(p50), Target.of(p90), Target.of(messages), orders, Target.of(book));
    }

    static Target openLoop(final Target closedLoop)
    {
        return closedLoop.isSet() ? Target.of(closedLoop.limit() * OPEN_LOOP) : closedLoop;
    }
}

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
package io.packetflow.latency.fork;

import java.util.Locale;

import io.packetflow.affinity.pin.PinOutcome;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.host.PinnedThread;
import io.packetflow.latency.matching.MatchingLoad;
import io.packetflow.trading.venue.VenueCounters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. Order messages through the simulated venue: how many a second, and how long each takes. */
@Command(name = "matching", description = "Order messages through the simulated venue.")
final class MatchingFork extends Fork
{
    private static final int WARM_UP_ORDERS = 500_000;

    @Option(names = "--orders", required = true, paramLabel = "N", description = "how many order messages count")
    private long orders;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final PinOutcome pin = PinnedThread.start(
            "matching", MeasuredCpus.choose(1).get(0), () -> run(result)).join();
        result.text("cpus", pin.toString());
    }

    private void run(final ForkResult.Builder result)
    {
        try (MatchingLoad warmUp = new MatchingLoad(); MatchingLoad load = new MatchingLoad())
        {
            WarmUpRounds.run(() ->
            {
                warmUp.run(WARM_UP_ORDERS);
                warmUp.runTimed(WARM_UP_ORDERS);
            }).into(result);
            result.number(Measure.ORDERS_PER_SECOND, load.run(orders));
            load.runTimed(orders);
            final VenueCounters counters = load.counters();
            result.number(Measure.ORDERS, 2 * orders).series(load.orders(Series.MATCHING))
                .series(load.insides(Series.INSIDE))
                .text("venue", String.format(Locale.ROOT,
                "%,d accepted, %,d replaced, %,d canceled, %,d rejected as they came too late, %,d fills",
                counters.accepted(), counters.replaced(), counters.canceled(), counters.rejected(),
                counters.fills()));
        }
    }
}

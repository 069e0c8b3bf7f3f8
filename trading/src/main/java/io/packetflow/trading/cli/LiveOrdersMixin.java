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
package io.packetflow.trading.cli;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.molecule.LiveOrders;

import picocli.CommandLine.Option;

/**
 * Cold path. What becomes of live orders. A process that ends in order leaves nothing behind that nobody watches; one
 * that died, or whose standby takes over, comes back within seconds to exactly the orders that it had, and keeps their
 * places in the queues.
 */
final class LiveOrdersMixin
{
    /** What holds where nothing else is said. */
    static final LiveOrders DEFAULT =
        new LiveOrders(LiveOrders.Fate.CANCEL, LiveOrders.Fate.ADOPT, LiveOrders.Fate.ADOPT);

    @Option(names = "--live-orders", paramLabel = "EVENT=FATE,...",
        description = "what becomes of live orders at a stop (also the end of the feed), behind a failure (a start " +
            "after a death) and at the promotion of a standby: cancel or adopt (default: stop=cancel,failure=adopt," +
            "promotion=adopt)")
    private String declared;

    LiveOrders liveOrders()
    {
        try
        {
            return declared == null ? DEFAULT : DEFAULT.with(declared);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--live-orders takes stop, failure and promotion, each cancel or adopt, as in " +
                "stop=cancel,failure=adopt: " + e.getMessage(), e);
        }
    }
}

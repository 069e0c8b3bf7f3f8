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

import io.packetflow.latency.engine.OrderComparison;
import io.packetflow.latency.load.FeedLoad;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cold path. Whether floor and engine send the same orders; untimed. */
@Command(name = "orders", description = "Whether floor and engine send the same orders; untimed.")
final class OrdersFork extends Fork
{
    /** Text that says whether they do. */
    static final String SAME = "same";

    @Mixin
    private LoadOptions options;

    @Override
    void measure(final ForkResult.Builder result)
    {
        try (FeedLoad load = options.open())
        {
            final OrderComparison comparison = OrderComparison.of(load);
            result.number(Measure.ORDERS, comparison.engineOrders())
                .text(SAME, Boolean.toString(comparison.isSame()))
                .text("finding", comparison.toString());
        }
    }
}

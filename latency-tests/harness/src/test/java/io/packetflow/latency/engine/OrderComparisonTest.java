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
package io.packetflow.latency.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import io.packetflow.latency.load.FeedLoad;
import io.packetflow.latency.load.FeedSpec;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.load.RecordedFiles;
import io.packetflow.layout.memory.HugePages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderComparisonTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldFindThatFloorAndEngineSendTheSameOverAGeneratedMarket()
    {
        try (FeedLoad load = load(FeedSpec.generated(60_000, 20, 1_000), 1))
        {
            final OrderComparison comparison = OrderComparison.of(load);

            assertThat(comparison.isSame()).as(comparison.toString()).isTrue();
            assertThat(comparison.floorOrders()).isGreaterThan(1_000);
        }
    }

    @Test
    void shouldFindThatFloorAndEngineSendTheSameOverSomePassesOfAFile() throws IOException
    {
        try (FeedLoad load = load(FeedSpec.recorded(RecordedFiles.write(directory, 5_000)), 20_000))
        {
            final OrderComparison comparison = OrderComparison.of(load);

            assertThat(load.passes()).isEqualTo(4);
            assertThat(comparison.isSame()).as(comparison.toString()).isTrue();
            assertThat(comparison.toString()).startsWith("floor and engine sent the same ");
        }
    }

    private static FeedLoad load(final FeedSpec feed, final long messages)
    {
        return FeedLoad.of(feed.open(HugePages.OFF), messages, Pace.CLOSED, HugePages.OFF);
    }

    @Test
    void shouldSayWhatDiffers()
    {
        final OrderComparison comparison = new OrderComparison(10, 11, 1, 2, 3, 3);

        assertThat(comparison.isSame()).isFalse();
        assertThat(comparison).hasToString("floor and engine DIFFER: 10 against 11 order messages, stream hash " +
            "0000000000000001 against 0000000000000002, exposures and positions 0000000000000003 against " +
            "0000000000000003");
    }
}

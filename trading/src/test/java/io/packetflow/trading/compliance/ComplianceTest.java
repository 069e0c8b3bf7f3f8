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
package io.packetflow.trading.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.gateway.AllocationMeter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ComplianceTest
{
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Arena arena = new Arena(HugePages.OFF);

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldKeepWhatWasDecided() throws IOException
    {
        final ComplianceTrail trail = new ComplianceTrail(arena, 4);
        trail.begin(34_200_000_000_000L, 13, 2, (byte)'S', 7, 6, 3_200_100, 100);
        assertThat(trail.published()).isZero();

        assertThat(trail.decide(0b101, 3, ComplianceRecordLayout.BLOCKED)).isZero();

        final StringBuilder csv = new StringBuilder();
        assertThat(new ComplianceTrailReader(trail).printCsv(csv)).isEqualTo(1);
        assertThat(csv.toString()).isEqualTo(ComplianceTrailReader.CSV_HEADER +
            "\n0,34200000000000,7,6,13,2,S,3200100,100,0x5,3,2\n");
        assertThat(new ComplianceTrailReader(trail).poll()).isEqualTo(new ComplianceRecord(
            0, 34_200_000_000_000L, 7, 6, 13, 2, 'S', 3_200_100, 100, 5, 3, ComplianceRecordLayout.BLOCKED));
    }

    @Test
    void shouldKeepTheNewestRecordsAndCountTheLost()
    {
        final ComplianceTrail trail = new ComplianceTrail(arena, 8);
        final ComplianceTrailReader early = new ComplianceTrailReader(trail);
        for (int i = 0; i < 20; i++)
        {
            record(trail, i);
        }

        final ComplianceTrailReader late = new ComplianceTrailReader(trail);
        for (int i = 12; i < 20; i++)
        {
            assertThat(early.poll().userRef()).isEqualTo(i);
            assertThat(late.poll().userRef()).isEqualTo(i);
        }
        assertThat(early.poll()).isNull();
        assertThat(early.lost()).isEqualTo(12);
        assertThat(late.lost()).isZero();
    }

    @Test
    void shouldNotDeliverARecordThatIsBeingOverwritten()
    {
        final ComplianceTrail trail = new ComplianceTrail(arena, 4);
        for (int i = 0; i < 4; i++)
        {
            record(trail, i);
        }
        final ComplianceTrailReader reader = new ComplianceTrailReader(trail);
        trail.begin(0, 0, 0, (byte)'B', 99, 0, 0, 0);

        assertThat(reader.poll().userRef()).isEqualTo(1);
        assertThat(reader.lost()).isEqualTo(1);
    }

    @Test
    void shouldDeliverOnlyWholeRecordsToAReaderOnAnotherThread() throws InterruptedException
    {
        final ComplianceTrail trail = new ComplianceTrail(arena, 16);
        final ComplianceTrailReader reader = new ComplianceTrailReader(trail);
        final int records = 200_000;
        final AtomicBoolean done = new AtomicBoolean();
        final Thread writer = new Thread(() ->
        {
            for (int i = 0; i < records; i++)
            {
                record(trail, i);
            }
            done.set(true);
        });
        writer.start();

        long read = 0;
        boolean finished = false;
        while (!finished)
        {
            finished = done.get();
            ComplianceRecord record = reader.poll();
            while (record != null)
            {
                final int number = (int)record.sequence();
                assertThat(record).isEqualTo(expected(number));
                read++;
                record = reader.poll();
            }
        }
        writer.join();

        assertThat(read + reader.lost()).isEqualTo(records);
    }

    @Test
    void shouldWatchTheOrderToTradeRatioOfEachSymbol()
    {
        final Surveillance surveillance = new Surveillance(new SurveillanceConfig(4, 10, 25, 1_000_000), arena);

        for (int i = 1; i <= 25; i++)
        {
            assertThat(surveillance.onOrder(1, 0)).isZero();
        }
        assertThat(surveillance.onOrder(1, 0)).isEqualTo(Surveillance.ORDER_TO_TRADE);
        assertThat(surveillance.onOrder(2, 0)).isZero();
        surveillance.onTrade(1);
        surveillance.onTrade(1);
        surveillance.onTrade(1);
        assertThat(surveillance.onOrder(1, 0)).isZero();

        assertThat(surveillance.orders(1)).isEqualTo(27);
        assertThat(surveillance.trades(1)).isEqualTo(3);
        assertThat(surveillance.ratioBreaches()).isEqualTo(1);
    }

    @Test
    void shouldWatchTheMessagesOfEachSecond()
    {
        final Surveillance surveillance = new Surveillance(new SurveillanceConfig(1, 1_000, 1_000, 3), arena);

        assertThat(surveillance.onOrder(0, 5 * SECOND_NANOS)).isZero();
        assertThat(surveillance.onOrder(0, 5 * SECOND_NANOS + 1)).isZero();
        assertThat(surveillance.onOrder(0, 6 * SECOND_NANOS - 2)).isZero();
        assertThat(surveillance.onOrder(0, 6 * SECOND_NANOS - 1)).isEqualTo(Surveillance.MESSAGE_RATE);
        assertThat(surveillance.onOrder(0, 6 * SECOND_NANOS)).isZero();

        assertThat(surveillance.mostMessagesInSecond()).isEqualTo(4);
        assertThat(surveillance.rateBreaches()).isEqualTo(1);
    }

    @Test
    void shouldAllocateNothing()
    {
        final ComplianceTrail trail = new ComplianceTrail(arena, 64);
        final Surveillance surveillance = new Surveillance(new SurveillanceConfig(4, 10, 25, 1_000), arena);

        final long bytes = AllocationMeter.bytesOf(() ->
        {
            for (int i = 0; i < 10_000; i++)
            {
                trail.begin(i, 1, 1, (byte)'B', i, 0, 1, 1);
                trail.decide(surveillance.onOrder(i & 3, i * 1_000L), 1, ComplianceRecordLayout.PASSED);
                surveillance.onTrade(i & 3);
            }
        });

        assertThat(bytes).isZero();
    }

    @Test
    void shouldRefuseSizesOutOfRange()
    {
        assertThatThrownBy(() -> new ComplianceTrail(arena, 0)).hasMessageContaining("minCapacity=0");
        assertThatThrownBy(() -> new SurveillanceConfig(0, 0, -1, 0))
            .hasMessageContaining("symbols=0")
            .hasMessageContaining("maxOrdersPerTrade=0")
            .hasMessageContaining("freeOrders=-1")
            .hasMessageContaining("maxMessagesPerSecond=0");
    }

    private static void record(final ComplianceTrail trail, final int number)
    {
        trail.begin(number * 3L, number & 7, 1, (byte)'B', number, number + 1, number * 100L, number * 2);
        trail.decide(number * 5L, number * 7L, number * 11);
    }

    private static ComplianceRecord expected(final int number)
    {
        return new ComplianceRecord(
            number, number * 3L, number, number + 1, number & 7, 1, 'B', number * 100L, number * 2, number * 5L,
            number * 7L, number * 11);
    }
}

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
package io.packetflow.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.RecordedData;
import io.packetflow.trading.feed.file.FeedException;
import io.packetflow.trading.feed.file.FeedSummary;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.itch.ItchChecks;
import io.packetflow.trading.feed.itch.ItchEncoder;
import io.packetflow.trading.feed.itch.ItchLayout;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItchFeedSourceTest
{
    @TempDir
    private Path directory;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slot = arena.allocate(256, 64);
    private final InstanceHeader header = new InstanceHeader(slot);
    private final InstanceInput input = new InstanceInput(slot);

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldSendAllBeforeTheCutAndNameIt()
    {
        final Path file = RecordedData.file("itch50/head4096_truncated.itch50");
        try (ItchFeedSource source = new ItchFeedSource(ItchFile.open(file, HugePages.OFF), Pacing.MAX))
        {
            assertThat(sendAll(source)).isEqualTo(101);
            final FeedSummary summary = FeedSummary.of(source.cursor(), source.checks());
            assertThat(summary.cutPosition()).isEqualTo(4081);
            assertThat(source.isExhausted()).isTrue();
            assertThat(source.sentCount()).isEqualTo(101);
        }
    }

    @Test
    void shouldSkipAndCountWhatItCannotDecode() throws IOException
    {
        final byte[] garbage = new byte[3 * 300];
        for (int i = 0; i < 300; i++)
        {
            garbage[3 * i + 1] = 1;
            garbage[3 * i + 2] = (byte)(i % 2 == 0 ? '?' : ItchLayout.ADD_ORDER);
        }
        final Path file = Files.write(directory.resolve("garbage"), garbage);
        try (ItchFeedSource source = new ItchFeedSource(ItchFile.open(file, HugePages.OFF), Pacing.MAX))
        {
            // A long run of them is skipped a few at a time, so that the node's other work goes on.
            assertThat(source.nextTimeNanos()).isEqualTo(InstanceSource.NONE);
            assertThat(source.isExhausted()).isFalse();
            assertThat(sendAll(source)).isZero();
            final ItchChecks checks = source.checks();
            assertThat(checks.unknownCount('?')).isEqualTo(150);
            assertThat(checks.wrongLengthCount(ItchLayout.ADD_ORDER)).isEqualTo(150);
            assertThat(checks.firstWrongLengthPosition()).isEqualTo(3);
        }
    }

    @Test
    void shouldTakeTheLastMessageOfAFeedThatEndsWithIt() throws IOException
    {
        final Slab feed = arena.allocate(128, 64);
        final int length = deletion(feed, 0, 34_200_000_000_000L);
        final byte[] bytes = new byte[length];
        feed.getBytes(0, bytes, 0, length);
        final Path file = Files.write(directory.resolve("one"), bytes);
        try (ItchFeedSource source = new ItchFeedSource(ItchFile.open(file, HugePages.OFF), Pacing.MAX))
        {
            assertThat(source.nextTimeNanos()).isEqualTo(34_200_000_000_000L);
            source.take(header, input);
            assertThat(header.kind()).isEqualTo(TradingKinds.FEED_CODE);
            assertThat(header.inputLength()).isEqualTo(length - Short.BYTES);
            assertThat(header.ingressNanos()).isNotZero();
            assertThat(header.plannedNanos()).isZero();
            assertThat(source.nextTimeNanos()).isEqualTo(InstanceSource.NONE);
        }
    }

    @Test
    void shouldPlanTimesAtARateAndNeverSendBeforeThem()
    {
        final Slab feed = arena.allocate(1_024, 64);
        long end = 0;
        for (int i = 0; i < 4; i++)
        {
            end += deletion(feed, end, i);
        }
        final ItchFeedSource source =
            new ItchFeedSource(ItchFile.inMemory("four", feed, end), Pacing.rate(1_000_000));
        final long[] planned = new long[4];
        for (int i = 0; i < 4; i++)
        {
            while (source.nextTimeNanos() == InstanceSource.NONE)
            {
                Thread.onSpinWait();
            }
            source.take(header, input);
            planned[i] = header.plannedNanos();
            assertThat(header.ingressNanos()).isGreaterThanOrEqualTo(planned[i]);
        }
        assertThat(planned[1] - planned[0]).isEqualTo(1_000);
        assertThat(planned[3] - planned[0]).isEqualTo(3_000);
    }

    @Test
    void shouldPlanTimesAsRecorded()
    {
        final Slab feed = arena.allocate(1_024, 64);
        final long[] times = {5_000, 5_000, 12_000};
        long end = 0;
        for (final long time : times)
        {
            end += deletion(feed, end, time);
        }
        final ItchFeedSource source =
            new ItchFeedSource(ItchFile.inMemory("three", feed, end), Pacing.RECORDED);
        final long[] planned = new long[3];
        for (int i = 0; i < 3; i++)
        {
            while (source.nextTimeNanos() == InstanceSource.NONE)
            {
                Thread.onSpinWait();
            }
            source.take(header, input);
            planned[i] = header.plannedNanos();
        }
        assertThat(planned[1] - planned[0]).isZero();
        assertThat(planned[2] - planned[0]).isEqualTo(7_000);
    }

    @Test
    void shouldRefuseMemoryWithoutRoomBehindTheFeed()
    {
        final Slab feed = arena.allocate(64, 64);

        assertThatThrownBy(() -> ItchFile.inMemory("tight", feed, 17)).isInstanceOf(FeedException.class)
            .hasMessageContaining("length=17 capacity=64");
        assertThatThrownBy(() -> ItchFile.inMemory("empty", feed, 0)).isInstanceOf(FeedException.class);
    }

    private int sendAll(final ItchFeedSource source)
    {
        int sent = 0;
        while (!source.isExhausted())
        {
            if (source.nextTimeNanos() != InstanceSource.NONE)
            {
                source.take(header, input);
                sent++;
            }
        }
        return sent;
    }

    private static int deletion(final Slab feed, final long offset, final long timeNanos)
    {
        ItchEncoder.header(feed, offset + Short.BYTES, ItchLayout.ORDER_DELETE, 1, 0, timeNanos);
        final int length = ItchEncoder.orderDelete(feed, offset + Short.BYTES, 42);
        feed.putShortBigEndian(offset, length);
        return length + Short.BYTES;
    }
}

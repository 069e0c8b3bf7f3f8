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
package io.packetflow.latency.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchDecoder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest
{
    private static final int PER_SECOND = 100_000;
    private static final double MEAN_GAP_NANOS = 10_000;

    @TempDir
    private Path directory;

    @Test
    void shouldSpaceEvenlyWhereThePaceIsEven()
    {
        final SendTimes times = SendTimes.even(1.5);

        assertThat(times.at(0)).isZero();
        assertThat(times.at(3)).isEqualTo(4);
        assertThat(times.spanNanos(5)).isEqualTo(6);
    }

    @Test
    void shouldRepeatATableAndAnswerTwiceForTheSameMessage()
    {
        final SendTimes times = SendTimes.repeating(new long[]{0, 1, 7}, 10);

        assertThat(times.at(2)).isEqualTo(7);
        assertThat(times.at(2)).isEqualTo(7);
        assertThat(times.at(3)).isEqualTo(10);
        assertThat(times.at(8)).isEqualTo(27);
        assertThat(times.spanNanos(9)).isEqualTo(27);
    }

    @Test
    void shouldSendARecordingByItsOwnStampsAtTheMeanThatIsAskedFor() throws IOException
    {
        try (Recording recording = FeedSpec.recorded(RecordedFiles.write(directory, 2_000)).open(HugePages.OFF))
        {
            final SendTimes times = Arrivals.of(recording, Pace.bursty(PER_SECOND));
            final long own = recording.messages() - recording.addedMessages();
            final Slab slab = recording.slab();
            final long firstNanos = ItchDecoder.timestampNanos(slab, Recording.PREFIX_BYTES);
            final double scale = own * MEAN_GAP_NANOS / (lastNanos(recording, own) - firstNanos);
            long position = 0;
            for (long i = 0; i < own; i++)
            {
                final long stampNanos = ItchDecoder.timestampNanos(slab, position + Recording.PREFIX_BYTES);
                assertThat((double)times.at(i)).isCloseTo((stampNanos - firstNanos) * scale, within(1.0));
                position += Recording.PREFIX_BYTES + slab.getShortBigEndian(position);
            }
            assertThat(recording.addedMessages()).isPositive();
            assertThat(times.at(own)).isEqualTo((long)(own * MEAN_GAP_NANOS));
            assertThat(times.at(own + 1)).isEqualTo((long)((own + 1) * MEAN_GAP_NANOS));
            assertThat(times.at(recording.messages())).isEqualTo((long)(recording.messages() * MEAN_GAP_NANOS));
        }
    }

    private static long lastNanos(final Recording recording, final long own)
    {
        long position = 0;
        for (long i = 1; i < own; i++)
        {
            position += Recording.PREFIX_BYTES + recording.slab().getShortBigEndian(position);
        }
        return ItchDecoder.timestampNanos(recording.slab(), position + Recording.PREFIX_BYTES);
    }

    @Test
    void shouldDrawArrivalsWithTheMeanAndTheBurstsOfTheRecordedFeed()
    {
        try (Recording recording = FeedSpec.generated(2_000, 5, 600).open(HugePages.OFF))
        {
            final SendTimes times = Arrivals.of(recording, Pace.bursty(PER_SECOND));
            final int messages = 1 << 18;
            int shortGaps = 0;
            for (int i = 1; i < messages; i++)
            {
                final long before = times.at(i - 1);
                shortGaps += times.at(i) - before < MEAN_GAP_NANOS / 200 ? 1 : 0;
            }

            assertThat(shortGaps / (double)messages).isCloseTo(0.473, within(0.01));
            assertThat(times.spanNanos(messages) / (double)messages).isCloseTo(MEAN_GAP_NANOS, within(50.0));
        }
    }

    @Test
    void shouldHaveNoSingleGapWhereMessagesComeInBursts()
    {
        assertThat(Pace.parse("bursty:100000")).isEqualTo(Pace.bursty(PER_SECOND)).hasToString("bursty:100000");
        assertThat(Pace.bursty(PER_SECOND).forWarmUp().isBursty()).isTrue();
        assertThatThrownBy(Pace.bursty(PER_SECOND)::gapNanos).isInstanceOf(IllegalStateException.class)
            .hasMessage("messages in bursts are not evenly spaced: bursty:100000");
    }
}

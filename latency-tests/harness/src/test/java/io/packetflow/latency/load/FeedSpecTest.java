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

import java.nio.file.Path;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.layout.memory.HugePages;

import org.junit.jupiter.api.Test;

class FeedSpecTest
{
    @Test
    void shouldReadWhatItWrote()
    {
        final FeedSpec generated = FeedSpec.generated(3_000_000, 4_000, 1_200_000);
        final FeedSpec recorded = FeedSpec.recorded(Path.of("some/day.itch50"));

        assertThat(FeedSpec.parse(generated.toString())).isEqualTo(generated);
        assertThat(FeedSpec.parse(recorded.toString())).isEqualTo(recorded);
        assertThat(generated).hasToString("generated:3000000:4000:1200000");
        assertThat(generated.title()).isEqualTo("generated, 4,000 symbols, 1,200,000 live orders");
        assertThat(recorded.title()).isEqualTo("recorded, day.itch50");
    }

    @Test
    void shouldSayHowAFeedIsWritten()
    {
        assertThatThrownBy(() -> FeedSpec.parse("generated:many:200:85000")).isInstanceOf(UsageException.class)
            .hasMessage("a feed is the path of a recorded file, or generated:MESSAGES:SYMBOLS:LIVE_ORDERS, " +
            "but not: generated:many:200:85000");
    }

    @Test
    void shouldSayThatAFileIsMissing()
    {
        assertThatThrownBy(() -> FeedSpec.parse("no/such.itch50").open(HugePages.OFF))
            .isInstanceOf(BadDataException.class)
            .hasMessageStartingWith("the recorded feed no/such.itch50 does not exist.");
    }

    @Test
    void shouldCountFromTheContinuousMarketOn()
    {
        try (Recording recording = FeedSpec.generated(5_000, 20, 1_000).open(HugePages.OFF))
        {
            assertThat(recording.measuredFrom()).isBetween(1_000L, recording.messages());
            assertThat(recording.messages() - recording.measuredFrom()).isBetween(4_900L, 5_400L);
            assertThat(recording.symbols()).isEqualTo(21);
        }
    }
}

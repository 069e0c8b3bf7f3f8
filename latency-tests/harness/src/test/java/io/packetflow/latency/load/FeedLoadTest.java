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

import java.io.IOException;
import java.nio.file.Path;

import io.packetflow.layout.memory.HugePages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedLoadTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldSendARecordedFeedAsOftenAsItTakes() throws IOException
    {
        final Recording recording = FeedSpec.recorded(RecordedFiles.write(directory, 2_000)).open(HugePages.OFF);

        try (FeedLoad load = FeedLoad.of(recording, 20 * recording.messages() - 1, Pace.CLOSED, HugePages.OFF))
        {
            assertThat(load.passes()).isEqualTo(22);
            assertThat(load.unstampedPasses()).isEqualTo(2);
            assertThat(load.countedFrom()).isEqualTo(2 * recording.messages());
            assertThat(load.tradedMessages()).isEqualTo(22 * recording.messages());
            assertThat(load.forWarmUp().messages()).isBetween(190_000L, 200_000L);
        }
    }

    @Test
    void shouldSendAGeneratedMarketOnce()
    {
        final Recording recording = FeedSpec.generated(2_000, 5, 600).open(HugePages.OFF);

        try (FeedLoad load = FeedLoad.of(recording, 1_000_000, Pace.FLAT_OUT, HugePages.OFF))
        {
            assertThat(load.passes()).isEqualTo(1);
            assertThat(load.unstampedPasses()).isZero();
            assertThat(load.countedFrom()).isEqualTo(recording.measuredFrom());
            assertThat(load.tradedMessages()).isEqualTo(recording.messages() - recording.measuredFrom());
            assertThat(load.forWarmUp().passes()).isEqualTo(1);
        }
    }
}

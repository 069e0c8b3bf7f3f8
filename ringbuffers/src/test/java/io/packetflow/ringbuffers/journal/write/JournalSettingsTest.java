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
package io.packetflow.ringbuffers.journal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalSettingsTest
{
    @Test
    void shouldHaveTheDefaultsThatTheDocumentationNames()
    {
        assertThat(JournalSettings.defaults())
            .isEqualTo(new JournalSettings(64L << 20, 1, 20, 128L << 20, 16L << 20));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1 << 19, (1 << 20) + 1, 3 << 20, 1L << 31})
    void shouldRefuseSegmentsOfAnotherLength(final long segmentBytes)
    {
        assertThatThrownBy(() -> JournalSettings.ofSegments(segmentBytes))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("segmentBytes=" + segmentBytes);
    }

    @Test
    void shouldNameEverythingThatIsWrongAtOnce()
    {
        assertThatThrownBy(() -> new JournalSettings(1 << 20, 0, 0, 1, 1 << 20))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("settings of a journal: segmentsAhead is 1 to 16: segmentsAhead=0; markEveryMillis is 1 to" +
                " 10000: markEveryMillis=0; lowSpaceBytes is at least segmentBytes, or the disk is full before it is" +
                " low: lowSpaceBytes=1; cancelReserveBytes is less than segmentBytes: cancelReserveBytes=1048576");
    }
}

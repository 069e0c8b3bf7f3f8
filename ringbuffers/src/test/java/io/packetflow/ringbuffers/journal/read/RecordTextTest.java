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
package io.packetflow.ringbuffers.journal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class RecordTextTest
{
    @Test
    void shouldDescribeRecordsForPeopleAndForMachines() throws IOException
    {
        try (MemoryStorage storage = new MemoryStorage())
        {
            final TestJournal journal = new TestJournal(storage, 24 * 1024).epoch(1);
            journal.input(1, 3, 42, new byte[] {0, (byte)0xAB, 7});
            try (JournalReader reader = JournalReader.ofAll(journal.files()))
            {
                reader.next();
                final String start = RecordText.line(reader.cursor(), reader.epochStart());
                reader.next();
                final String checksum = String.format("%08x", reader.cursor().checksum());
                final long offset = reader.cursor().offset();

                assertThat(start).startsWith("0 EPOCH_START timeNanos=0 bodyBytes=");
                assertThat(RecordText.line(reader.cursor(), reader.epochStart())).isEqualTo(
                    "1 INPUT source=orders kind=3 timeNanos=1000 clientSequence=42 bodyBytes=3 checksum=" + checksum +
                        " e0000001/s0000000.pfj at byte " + offset);
                assertThat(RecordText.json(reader.cursor(), reader.epochStart())).isEqualTo(
                    "{\"sequence\":1,\"type\":\"INPUT\",\"source\":\"orders\",\"kind\":3,\"clientSequence\":42," +
                        "\"timeNanos\":1000,\"epoch\":1,\"segment\":0,\"offset\":" + offset + ",\"checksum\":\"" +
                        checksum + "\",\"body\":\"00ab07\"}");
            }
        }
    }
}

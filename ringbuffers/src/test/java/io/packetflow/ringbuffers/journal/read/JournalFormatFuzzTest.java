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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.snapshot.SnapshotHeader;
import io.packetflow.ringbuffers.snapshot.SnapshotSubject;
import org.junit.jupiter.api.Test;

/** Any bytes are decoded or refused in the way that is documented, never otherwise. */
class JournalFormatFuzzTest
{
    private static final int ROUNDS = 20_000;

    @Test
    void shouldDecodeOrRefuseAnyBytesOfAnEpochsFirstRecord()
    {
        final byte[] sound =
            new EpochStart(1, 2, 3, 4, 5, 6, 7, 8, 1, List.of("feed", "orders"), "symbols=3\n").encode();
        fuzz(sound, 1, bytes -> refusesOnlyAsDocumented(() -> EpochStart.decode(bytes)));
    }

    @Test
    void shouldCarryTheConfigurationAndDoWithoutIt()
    {
        final EpochStart start = new EpochStart(1, 2, 3, 4, 5, 6, 7, 8, 1, List.of("feed"), "symbols=3\nname=\u00fc\n");
        final byte[] body = start.encode();
        final int configurationBytes = Short.BYTES + start.configuration().getBytes(StandardCharsets.UTF_8).length;
        final byte[] without = Arrays.copyOf(body, body.length - configurationBytes);

        assertThat(EpochStart.decode(body)).isEqualTo(start);
        assertThat(EpochStart.decode(without).configuration()).isEmpty();
        assertThat(EpochStart.decode(without).sources()).containsExactly("feed");
        assertThatThrownBy(() -> new EpochStart(1, 2, 3, 4, 5, 6, 7, 8, 1, List.of("feed"),
            "x".repeat(EpochStart.MAX_CONFIGURATION_BYTES + 1))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("a configuration has at most 8192 bytes: ");
    }

    @Test
    void shouldDecodeOrRefuseAnyBytesOfASegment()
    {
        fuzz(new SegmentHeader(1, 2, 1 << 20, 3, 4).encode(), 2,
            bytes -> refusesOnlyAsDocumented(() -> SegmentHeader.decode(bytes)));
    }

    @Test
    void shouldDecodeOrRefuseAnyBytesOfASnapshot()
    {
        final SnapshotSubject subject = new SnapshotSubject(1, 2, 3, 4, 5, 6, 7);
        fuzz(new SnapshotHeader(subject, 99, 8).encode(), 3,
            bytes -> refusesOnlyAsDocumented(() -> SnapshotHeader.decode(bytes)));
        assertThat(SnapshotHeader.decode(new SnapshotHeader(subject, 99, 8).encode()))
            .isEqualTo(new SnapshotHeader(subject, 99, 8));
    }

    @Test
    void shouldDecodeOrPassOverAnyBytesOfAMark()
    {
        final byte[] file = new byte[DurableMark.FILE_BYTES];
        final byte[] sound = new DurableMark(1, 2, 3, 4, 5).encode();
        System.arraycopy(sound, 0, file, 0, sound.length);
        fuzz(file, 4, bytes -> DurableMark.decode(bytes).ifPresent(
            mark -> assertThat(mark).isEqualTo(new DurableMark(1, 2, 3, 4, 5))));
    }

    @Test
    void shouldDecodeOrPassOverAnyBytesOfAHead()
    {
        fuzz(new byte[HeadLayout.BYTES], 5, bytes -> EpochHead.decode(bytes)
            .ifPresent(head -> assertThat(bytes).hasSize(HeadLayout.BYTES)));
    }

    @Test
    void shouldReadAnyBytesAsAJournalWithoutAnException() throws IOException
    {
        for (long seed = 1; seed <= 300; seed++)
        {
            final SplittableRandom random = new SplittableRandom(seed);
            try (MemoryStorage storage = new MemoryStorage())
            {
                final TestJournal journal = new TestJournal(storage, 24 * 1024).epoch(1).random(random, 30);
                final Slab slab = storage.slab(JournalFiles.segmentPath(1, 0));
                final byte[] noise = new byte[1 + random.nextInt(4_000)];
                random.nextBytes(noise);
                final int at = random.nextInt((int)slab.capacity() - noise.length);
                slab.putBytes(at, noise, 0, noise.length);
                storage.put(JournalFiles.MARK, noise);
                storage.put(JournalFiles.CURRENT, noise);
                storage.put(JournalFiles.headPath(1), noise);

                final JournalReport report = JournalScan.all(journal.files());

                assertThat(report.records()).as("seed=" + seed).isLessThanOrEqualTo(journal.records().size());
                assertThat(report.end().text()).as("seed=" + seed).isNotEmpty();
            }
        }
    }

    /** Random bytes, and sound ones of which a few were changed. */
    private static void fuzz(final byte[] sound, final long seed, final Consumer<byte[]> decode)
    {
        final SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++)
        {
            final byte[] bytes;
            if (random.nextInt(4) == 0)
            {
                bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
            }
            else
            {
                bytes = sound.clone();
                for (int i = random.nextInt(3); i >= 0; i--)
                {
                    bytes[random.nextInt(Math.min(bytes.length, 80))] = (byte)random.nextInt();
                }
            }
            decode.accept(bytes);
        }
    }

    private static void refusesOnlyAsDocumented(final Runnable decode)
    {
        try
        {
            decode.run();
        }
        catch (final IllegalArgumentException e)
        {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}

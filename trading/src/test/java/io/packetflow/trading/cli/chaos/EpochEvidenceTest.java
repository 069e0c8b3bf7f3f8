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
package io.packetflow.trading.cli.chaos;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.ringbuffers.journal.format.HeadLayout;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochEvidenceTest
{
    @TempDir
    private Path journal;
    private Path segment;
    private final EpochEvidence evidence = new EpochEvidence();

    @BeforeEach
    void begin() throws IOException
    {
        segment = Files.createDirectory(journal.resolve("e0000001")).resolve("s0000000.pfj");
        Files.writeString(segment, "records");
        evidence.check(journal);
    }

    @Test
    void shouldLetNewEpochsAndTheFilesOfTheJournalItselfComeAndGo() throws IOException
    {
        Files.writeString(Files.createDirectory(journal.resolve("e0000002")).resolve("head"), "words");
        Files.writeString(journal.resolve("CURRENT"), "2");
        evidence.check(journal);
        Files.writeString(journal.resolve("CURRENT"), "3");

        evidence.check(journal);
    }

    @Test
    void shouldLetWhoeverGoesOnFenceTheEpochBeforeAndChangeNoOtherWordOfItsHead() throws IOException
    {
        final Path head = journal.resolve("e0000001/head");
        final byte[] words = new byte[HeadLayout.BYTES];
        Files.write(head, words);
        evidence.check(journal);

        words[HeadLayout.FENCE] = 2;
        Files.write(head, words);
        evidence.check(journal);

        words[HeadLayout.STOP] = 1;
        Files.write(head, words);
        assertThatThrownBy(() -> evidence.check(journal)).isInstanceOf(BrokenInvariantException.class)
            .hasMessageContaining("e0000001/head in " + journal + " was changed");
    }

    @Test
    void shouldNameTheFileThatWasChanged() throws IOException
    {
        Files.writeString(segment, "recordz");

        assertThatThrownBy(() -> evidence.check(journal)).isInstanceOf(BrokenInvariantException.class)
            .hasMessageStartingWith("I9 is broken")
            .hasMessageContaining("e0000001/s0000000.pfj in " + journal + " was changed");
    }

    @Test
    void shouldNameTheFileThatWasRemoved() throws IOException
    {
        Files.delete(segment);

        assertThatThrownBy(() -> evidence.check(journal)).isInstanceOf(BrokenInvariantException.class)
            .hasMessageContaining("e0000001/s0000000.pfj in " + journal + " was removed");
    }
}

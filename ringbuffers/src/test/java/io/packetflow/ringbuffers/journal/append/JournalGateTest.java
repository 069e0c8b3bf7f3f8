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
package io.packetflow.ringbuffers.journal.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalGateTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab head = arena.allocate(HeadLayout.BYTES, 64);

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldReleaseNothingWhileItsWordIsHeldBack()
    {
        final JournalGate gate = new JournalGate(head, HeadLayout.DURABLE_SEQUENCE);
        head.putLong(HeadLayout.APPENDED_SEQUENCE, 10);

        assertThat(gate.sequence()).isZero();

        head.putLong(HeadLayout.DURABLE_SEQUENCE, 7);
        assertThat(gate.sequence()).isEqualTo(7);
    }

    @Test
    void shouldNotBelieveAStandbyThatIsAheadOfTheJournal()
    {
        final JournalGate gate = new JournalGate(head, HeadLayout.REPLICA_SEQUENCE);
        head.putLong(HeadLayout.APPENDED_SEQUENCE, 10);
        head.putLong(HeadLayout.REPLICA_SEQUENCE, Long.MAX_VALUE);

        assertThat(gate.sequence()).isEqualTo(10);
    }

    @Test
    void shouldNotMoveAfterTheJournalStoppedWhateverIsAppended()
    {
        final JournalGate gate = new JournalGate(head, HeadLayout.APPENDED_SEQUENCE);
        assertThat(gate.isStopped()).isFalse();
        head.putLong(HeadLayout.APPENDED_SEQUENCE, 10);
        head.putLong(HeadLayout.STOP, ~10L);
        head.putLong(HeadLayout.APPENDED_SEQUENCE, 11);

        assertThat(gate.sequence()).isEqualTo(10);
        assertThat(gate.isStopped()).isTrue();
    }

    @Test
    void shouldStopBeforeTheFirstInstance()
    {
        final JournalGate gate = new JournalGate(head, HeadLayout.APPENDED_SEQUENCE);
        head.putLong(HeadLayout.STOP, ~0L);
        head.putLong(HeadLayout.APPENDED_SEQUENCE, 1);

        assertThat(gate.sequence()).isZero();
    }

    @Test
    void shouldSeeThatAnotherProcessTookOver()
    {
        final JournalGate gate = new JournalGate(head, HeadLayout.APPENDED_SEQUENCE);
        assertThat(gate.isFenced()).isFalse();

        head.putLong(HeadLayout.FENCE, 13);

        assertThat(gate.isFenced()).isTrue();
    }
}

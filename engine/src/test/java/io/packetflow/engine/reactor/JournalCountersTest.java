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
package io.packetflow.engine.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.ringbuffers.journal.Durability;

import org.junit.jupiter.api.Test;

/** How far a journal is, as others see it. */
class JournalCountersTest extends JournaledReactorFixture
{
    @Test
    void shouldShowAJournalThatPromisesTheDiskUpToItsOrderlyEnd()
    {
        final Reactor reactor =
            Reactor.launch(context(value -> value, JournalOptions.of(journal(), Durability.GROUP)));
        final long appended;
        try (reactor)
        {
            reactor.awaitCompletion();
            reactor.drain();
            appended = reactor.completedInstances();
            assertThat(reactor.counters()).containsEntry("journal: epoch", 1L)
                .containsEntry("journal: last instance at the standby", 0L).containsEntry("journal: stopped", 0L);
        }
        final Map<String, Long> last = reactor.counters();

        assertThat(last).containsEntry("journal: last instance appended", appended)
            .containsEntry("journal: last instance on the disk", appended)
            .containsEntry("journal: last instance released", appended);
        assertThat(last.get("journal: bytes appended")).isGreaterThan(INSTANCES)
            .isEqualTo(last.get("journal: bytes on the disk"));
    }

    @Test
    void shouldClaimNothingAboutTheDiskWhereTheJournalDoesNot()
    {
        final Reactor reactor = Reactor.launch(context(value -> value, options()));
        final long appended;
        try (reactor)
        {
            reactor.awaitCompletion();
            appended = reactor.completedInstances();
        }

        assertThat(reactor.counters()).containsEntry("journal: last instance released", appended)
            .doesNotContainKeys("journal: last instance on the disk", "journal: bytes on the disk");
    }

    @Test
    void shouldShowTheNextEpochBehindTheOneBefore()
    {
        try (Reactor reactor = Reactor.launch(context(value -> value, options(), INSTANCES / 2)))
        {
            reactor.awaitCompletion();
        }
        final Reactor reactor = Reactor.launch(context(value -> value, options()));
        final long appended;
        try (reactor)
        {
            reactor.awaitCompletion();
            appended = reactor.completedInstances();
        }

        assertThat(reactor.counters()).containsEntry("journal: epoch", 2L)
            .containsEntry("journal: last instance appended", appended);
    }
}

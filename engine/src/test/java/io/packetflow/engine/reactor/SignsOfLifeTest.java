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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongUnaryOperator;

import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A primary shows signs of life for as long as it lives, and says when it is silent on purpose. */
class SignsOfLifeTest extends JournaledReactorFixture
{
    @Test
    @Timeout(60)
    void shouldShowSignsOfLifeWhileASnapshotIsBroughtToTheDisk() throws IOException
    {
        final CountDownLatch writing = new CountDownLatch(1);
        final CountDownLatch mayGoOn = new CountDownLatch(1);
        try (Reactor reactor = Reactor.launch(context(value -> value, options())
            .onProgress(text -> holdSnapshot(text, writing, mayGoOn)));
            StorageFile head = new DirectoryStorage(journal()).open(JournalFiles.headPath(1), true))
        {
            reactor.step();
            reactor.requestSnapshot();
            while (writing.getCount() != 0)
            {
                reactor.step();
            }
            final long before = heartbeat(head);
            while (heartbeat(head) == before)
            {
                reactor.step();
            }

            assertThat(heartbeat(head)).isGreaterThan(before);
            mayGoOn.countDown();
        }
    }

    private static void holdSnapshot(final String text, final CountDownLatch writing, final CountDownLatch mayGoOn)
    {
        if (text.startsWith("snapshot of instance"))
        {
            writing.countDown();
            try
            {
                mayGoOn.await();
            }
            catch (final InterruptedException e)
            {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static long heartbeat(final StorageFile head) throws IOException
    {
        return head.map().getLongAcquire(HeadLayout.HEARTBEAT);
    }

    @Test
    void shouldNotCountAsStalledWhileItClosesItsJournalInOrder() throws IOException
    {
        try (Reactor reactor = Reactor.launch(context(value -> value, options())))
        {
            reactor.awaitCompletion();
            reactor.drain();
        }

        assertThat(silenceNanos()).isZero();
    }

    @Test
    void shouldCountAsSilentOnceItHasFailed() throws IOException
    {
        final LongUnaryOperator failing = value ->
        {
            throw new IllegalStateException("boom");
        };
        try (Reactor reactor = Reactor.launch(context(failing, options())))
        {
            assertThatThrownBy(reactor::awaitCompletion).isInstanceOf(ReactorException.class);
        }

        assertThat(silenceNanos()).isPositive();
    }

    private long silenceNanos() throws IOException
    {
        try (PrimaryWatch watch = new PrimaryWatch(new DirectoryStorage(journal())))
        {
            final ThisHost host = ThisHost.INSTANCE;
            watch.watch(1, host);
            watch.silenceNanos(host.nanoTime());
            return watch.silenceNanos(Long.MAX_VALUE);
        }
    }
}

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
package io.packetflow.trading.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.journal.ReplayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with an order file goes on from a snapshot of a run without one, and the other way round. */
class OrdersAndSnapshotsTest
{
    private static final int FIRST = 1_500;
    private static final int SECOND = 3_000;

    @TempDir
    private Path directory;
    private Path orders;

    @BeforeEach
    void name()
    {
        orders = directory.resolve("orders");
    }

    private OrderRecovery recovery()
    {
        return new OrderRecovery(orders);
    }

    private void run(final Path file, final OrderRecovery recovery) throws IOException
    {
        try (JournaledRun run = new JournaledRun(directory, file, recovery))
        {
            if (recovery != null)
            {
                recovery.finish().close();
            }
            run.until(FIRST).snapshot();
        }
    }

    @Test
    void shouldGoOnWithoutOrdersFromASnapshotWithThem() throws IOException
    {
        run(orders, recovery());

        try (JournaledRun run = new JournaledRun(directory, null, null))
        {
            assertThat(run.restored()).isPositive();
            run.until(SECOND);
        }
    }

    @Test
    void shouldRefuseToSendOnlySomeOrdersAndSendAllWithoutTheSnapshot() throws IOException
    {
        run(null, null);

        assertThatThrownBy(() -> run(orders, recovery())).isInstanceOf(ReplayException.class)
            .hasMessageContaining("orders holds 0 orders, but at least ")
            .hasMessageContaining("were sent before the snapshot from which the engine goes on")
            .hasMessageContaining("or move its snapshots (snap/) away, and all are computed again");

        Files.move(directory.resolve("journal/snap"), directory.resolve("away"));
        run(orders, recovery());
        assertThat(orders).isNotEmptyFile();
    }

    @Test
    void shouldSendFromTheSnapshotWhatTheFileLacks() throws IOException
    {
        run(orders, recovery());
        assertThat(orders).as("nobody has read what the engine let go").isEmptyFile();

        final OrderRecovery recovery = recovery();
        try (JournaledRun run = new JournaledRun(directory, orders, recovery))
        {
            recovery.finish().close();
            assertThat(run.restored()).isPositive();
        }
        assertThat(orders).isNotEmptyFile();
    }
}

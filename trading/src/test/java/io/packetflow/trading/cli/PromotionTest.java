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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.packetflow.trading.ChildProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real standby takes over from a real primary that is killed, and settles its live orders as it declares. */
class PromotionTest
{
    /** Enough for orders to be live. */
    private static final long ORDER_BYTES = 5_000;

    @TempDir
    private Path directory;

    @Test
    void shouldCancelTheOrdersOfAPrimaryThatDiedFirstOfAll() throws Exception
    {
        final Process primary = start("primary", "trade", "--rate", "1k");
        try
        {
            awaitOrders(primary, 1);
            final Process standby = start(
                "standby", "standby", "--rate", "max", "--stall-limit", "60s", "--live-orders", "promotion=cancel");
            try (BufferedReader errors = standby.errorReader(StandardCharsets.UTF_8))
            {
                String line = errors.readLine();
                while (line != null && !line.startsWith("standby: follows"))
                {
                    line = errors.readLine();
                }
                awaitOrders(primary, ORDER_BYTES);
                primary.destroyForcibly().waitFor();

                final String rest = errors.lines().collect(Collectors.joining("\n"));
                assertThat(standby.waitFor()).as(rest).isZero();
                assertThat(rest).contains("promoted: epoch 2", "live orders are cancelled after a promotion");
            }
            assertThat(directory.resolve("standby/printed")).content()
                .contains("live orders    0 at the end", "0 answers to the trader, 0 to risk");
            assertFirstOfItsEpoch();
        }
        finally
        {
            primary.destroyForcibly().waitFor();
        }
    }

    private void awaitOrders(final Process primary, final long bytes) throws IOException
    {
        while (primary.isAlive() && Files.size(orders()) < bytes)
        {
            Thread.onSpinWait();
        }
    }

    private void assertFirstOfItsEpoch()
    {
        final String journal = directory.resolve("journal").toString();
        final CommandRun dump = CommandRun.in(directory, "journal", "dump", journal, "--type", "input");
        assertThat(dump.out().lines().filter(line -> line.contains(" e0000002/")).findFirst().orElseThrow())
            .contains("INPUT source=engine kind=1 ");
        assertThat(CommandRun.in(directory, "journal", "replay", journal).exitCode()).isZero();
    }

    private Process start(final String name, final String... arguments) throws IOException
    {
        final Path own = Files.createDirectories(directory.resolve(name));
        final List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--messages", "60000", "--symbols", "20", "--seed", "3", "--journal",
            directory.resolve("journal").toString(), "--orders", orders().toString()));
        final ProcessBuilder program = ChildProgram.packetflow(own, List.of(), all.toArray(String[]::new))
            .redirectOutput(own.resolve("printed").toFile());
        if (name.equals("primary"))
        {
            program.redirectError(own.resolve("errors").toFile());
        }
        return program.start();
    }

    private Path orders() throws IOException
    {
        final Path orders = directory.resolve("orders");
        return Files.exists(orders) ? orders : Files.createFile(orders);
    }
}

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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;

/** A recorded feed that is still being recorded: the first messages of one and the same market. */
final class RecordedPart
{
    private static final int MESSAGES = 6_000;
    private static final int SYMBOLS = 20;
    private static final int SEED = 3;

    private RecordedPart()
    {
    }

    /** Writes so many messages, in place of what the file held. */
    static Path write(final Path file, final int messages) throws IOException
    {
        final Path whole = Files.createTempDirectory(file.getParent(), "whole").resolve("market");
        GeneratedFeed.toFile(GeneratorConfig.of(
            MESSAGES, SEED, SYMBOLS, GeneratorConfig.defaultLiveOrders(MESSAGES, SYMBOLS)), whole, false, count ->
            {
            });
        final byte[] bytes = Files.readAllBytes(whole);
        int end = 0;
        for (int i = 0; i < messages; i++)
        {
            end += Short.BYTES + Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(end));
        }
        return Files.write(file, Arrays.copyOf(bytes, end));
    }
}

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
package io.packetflow.tuning.doctor.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.packetflow.engine.telemetry.LatencyRecorder;

import org.HdrHistogram.Histogram;

/** Cold path. Appends 4 KiB to a file of its own and syncs it, again and again; the file is deleted. */
final class SyncProbe
{
    private static final int BLOCK_BYTES = 4_096;
    private static final int MAX_SYNCS = 2_000;
    private static final int WARM_UP = 5;

    private SyncProbe()
    {
    }

    static Histogram measure(final Path directory, final long durationNanos) throws IOException
    {
        final Histogram histogram = new Histogram(1L, LatencyRecorder.MAX_NANOS, LatencyRecorder.DIGITS);
        final Path file = Files.createTempFile(directory, "packetflow-doctor-", ".probe");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
            final long endNanos = System.nanoTime() + durationNanos;
            for (int i = 0; i < WARM_UP + MAX_SYNCS && (i <= WARM_UP || System.nanoTime() < endNanos); i++)
            {
                final long startNanos = System.nanoTime();
                block.clear();
                while (block.hasRemaining())
                {
                    channel.write(block);
                }
                channel.force(false);
                if (i >= WARM_UP)
                {
                    histogram.recordValue(Math.min(System.nanoTime() - startNanos, LatencyRecorder.MAX_NANOS));
                }
            }
        }
        finally
        {
            Files.delete(file);
        }
        return histogram;
    }
}

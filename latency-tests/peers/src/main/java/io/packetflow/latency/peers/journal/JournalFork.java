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
package io.packetflow.latency.peers.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.peers.PeerFork;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Cold path. Appends to a log in the working directory, which is on a disk where the temporary directory may be memory:
 * some records to warm up, some timed singly, some flat out; then reads back how many there are.
 */
@Command(name = "append", description = "Appends records to a journal.")
public final class JournalFork extends PeerFork
{
    /** Durations of single appends. */
    public static final String APPEND = "an append";

    static final long SEGMENT_BYTES = 256L << 20;

    private static final int WARM_UP_SHARE = 4;

    @Option(names = "--log", required = true, paramLabel = "LOG", description = "ours or chronicle")
    private LogKind kind;

    @Option(names = "--promise", required = true, paramLabel = "PROMISE", description = "process_safe or sync")
    private Promise promise;

    @Option(names = "--body-bytes", required = true, paramLabel = "N", description = "of a record, a multiple of 8")
    private int bodyBytes;

    @Option(names = "--events", required = true, paramLabel = "N",
        description = "how many are timed singly, and how many go flat out")
    private long events;

    private long appended;

    @Override
    protected void measure(final ForkResult.Builder result) throws IOException
    {
        final Path directory = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-peer-journal-");
        try (Arena arena = new Arena(HugePages.OFF);
            RecordLog log = kind.make(directory, promise, arena.allocate(bodyBytes + Long.BYTES, 64), bodyBytes))
        {
            ThreadPinning.pin(MeasuredCpus.choose(1).get(0));
            final LatencyRecorder recorder = new LatencyRecorder();
            final LatencySampler sampler = new LatencySampler(APPEND, recorder);
            timeSingly(log, recorder, events / WARM_UP_SHARE);
            flatOut(log, events / WARM_UP_SHARE);
            sampler.discard();
            timeSingly(log, recorder, events);
            result.series(sampler.series()).number(Measure.MESSAGES, events)
                .number(Measure.OPERATION_NANOS, flatOut(log, events));
            requireAll(log.readBack());
        }
        finally
        {
            delete(directory);
        }
    }

    private void timeSingly(final RecordLog log, final LatencyRecorder recorder, final long count)
    {
        for (long i = 0; i < count; i++)
        {
            final long startNanos = System.nanoTime();
            log.append(i);
            recorder.record(System.nanoTime() - startNanos);
        }
        appended += count;
    }

    /** Returns the nanoseconds for one record. */
    private double flatOut(final RecordLog log, final long count)
    {
        final long startNanos = System.nanoTime();
        for (long i = 0; i < count; i++)
        {
            log.append(i);
        }
        appended += count;
        return (double)(System.nanoTime() - startNanos) / Math.max(1, count);
    }

    private void requireAll(final long found)
    {
        if (found != appended)
        {
            throw new IllegalStateException("not what was appended is there: found=" + found + " appended=" + appended);
        }
    }

    private static void delete(final Path directory) throws IOException
    {
        try (Stream<Path> all = Files.walk(directory))
        {
            final List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (final Path path : deepestFirst)
            {
                Files.delete(path);
            }
        }
    }
}

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
package io.packetflow.latency.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.RuntimeDirectory;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.latency.engine.MeasuredJournal;
import io.packetflow.ringbuffers.journal.Durability;

/**
 * Cold path. A workload on the engine, fused on one node and stepped by the thread that made it. Files lie below the
 * working directory, which is on a disk where the temporary directory may be memory.
 */
public final class WorkloadRun implements AutoCloseable
{
    private final Path counters =
        RuntimeDirectory.path().resolve("workload-" + ProcessHandle.current().pid() + ".counters.dat");
    private final Workload workload;
    private final WorkSource source;
    private final RecordFile file = new RecordFile(Path.of("").toAbsolutePath());
    private final Datagrams wire = new Datagrams();
    private final MeasuredJournal journal;
    private final Reactor reactor;
    private final WorkPackets.Count count;

    /**
     * Prepares a workload.
     *
     * @param workload to run
     */
    public WorkloadRun(final Workload workload)
    {
        this.workload = workload;
        source = new WorkSource(workload.isReceived());
        journal = workload.isJournaled() ? new MeasuredJournal(Durability.PROCESS_SAFE) : null;
        final ReactorSettings settings = ReactorSettings.builder()
            .set("packetflow.threading", "invoker").set("packetflow.plan", "one-node")
            .set("packetflow.warmup", "off").set("packetflow.cores.reserve", "off")
            .set("packetflow.stall.limit", "1h")
            .set("packetflow.counters.file", counters.toString()).conclude();
        reactor = Reactor.prepare(new ReactorContext().molecule(WorkMolecule.of(workload, file, wire))
            .settings(settings).journal(journal == null ? null : journal.options())
            .source("messages", WorkSource.class, warmUp -> source));
        if (journal != null)
        {
            journal.awaitSegmentAhead();
        }
        reactor.open();
        count = reactor.handler(WorkPackets.COUNT, WorkPackets.Count.class);
    }

    /**
     * Processes messages as fast as it goes.
     *
     * @param datagrams of {@value Datagrams#MESSAGES} messages each
     * @return messages a second
     */
    public double run(final long datagrams)
    {
        final long messages = datagrams * Datagrams.MESSAGES;
        final long end = count.count() + messages;
        source.allow(messages);
        final long startNanos = System.nanoTime();
        while (count.count() < end)
        {
            reactor.step();
        }
        return messages * 1e9 / (System.nanoTime() - startNanos);
    }

    /**
     * Returns how many messages were processed.
     *
     * @throws IllegalStateException if not as many were stored and sent as the workload says
     */
    public long checkedMessages()
    {
        final long messages = count.count();
        if (file.records() != workload.stored().count(messages) || wire.messages() != workload.sent().count(messages))
        {
            throw new IllegalStateException("of " + messages + " messages " + file.records() + " were stored and " +
                wire.messages() + " sent, which is not what the workload " + workload + " is");
        }
        return messages;
    }

    @Override
    public void close()
    {
        reactor.close();
        try (source; file; wire; journal)
        {
            Files.deleteIfExists(counters);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("what the workload " + workload + " left cannot be removed", e);
        }
    }
}

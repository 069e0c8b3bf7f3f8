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
import java.nio.file.Path;
import java.util.List;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.latency.engine.SegmentAhead;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalScan;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/**
 * Hot path, once it is made. Our journal as the engine uses it: an appender, the helper threads behind it, and where
 * the disk is promised the gate that moves once the record is there. Each record is chained and has a checksum.
 */
final class OurJournal implements RecordLog
{
    private static final int KIND = 8;
    private static final int MAX_BODY_BYTES = 1_024;

    private final JournalDirectory directory;
    private final EpochWriter writer;
    private final JournalAppender appender;
    private final JournalGate gate;
    private final boolean isWaitingForDisk;
    private final IdleStrategy waiting = new YieldingIdleStrategy();
    private final Slab body;
    private final int bodyBytes;

    OurJournal(final Path root, final Promise promise, final Slab body, final int bodyBytes) throws IOException
    {
        this.body = body;
        this.bodyBytes = bodyBytes;
        this.isWaitingForDisk = promise == Promise.SYNC;
        final Durability mode = isWaitingForDisk ? Durability.SYNC : Durability.PROCESS_SAFE;
        directory = JournalDirectory.open(root);
        directory.lock();
        final EpochStart start = new EpochStart(0, 0, 0, System.currentTimeMillis() * 1_000_000,
            directory.writer().bootIdHigh(), directory.writer().bootIdLow(), ProcessHandle.current().pid(), 1,
            mode.code(), List.of("records"), "");
        writer = EpochWriter.begin(directory, JournalSettings.ofSegments(JournalFork.SEGMENT_BYTES),
            new EpochPlan(directory.nextEpoch(), mode, start, 0, MAX_BODY_BYTES));
        // As the engine starts them: off the CPU on which the appending thread spins.
        final CpuSet measured = CpuSet.of(MeasuredCpus.choose(1).get(0));
        writer.start(task -> ThreadPinning.helperThread("journal", measured, task));
        appender = writer.appender();
        gate = writer.gate();
        SegmentAhead.await(root);
    }

    @Override
    public void append(final long value)
    {
        for (int at = 0; at < bodyBytes; at += Long.BYTES)
        {
            body.putLong(at, value);
        }
        while (!appender.hasRoom())
        {
            Thread.onSpinWait();
        }
        final long sequence = appender.lastSequence() + 1;
        appender.input(0, KIND, sequence, sequence, sequence, body, 0, bodyBytes);
        appender.seal();
        if (isWaitingForDisk)
        {
            awaitDisk(sequence);
        }
    }

    private void awaitDisk(final long sequence)
    {
        while (gate.sequence() < sequence)
        {
            if (gate.isStopped())
            {
                throw new IllegalStateException("the journal stopped: " + writer.failure());
            }
            waiting.idle();
        }
    }

    @Override
    public long readBack() throws IOException
    {
        writer.closeCleanly(new byte[0]);
        return JournalScan.all(new JournalFiles(directory.storage())).end().last().sequence();
    }

    @Override
    public void close()
    {
        writer.close();
        directory.close();
    }
}

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

import java.util.Arrays;
import java.util.List;

import io.packetflow.engine.journal.ReplayException;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.read.RecordCursor;

/**
 * Hot path of a replay. Brings the instances of a journal into a molecule, in the journal's order; owned by the thread
 * that replays. It stops where an epoch was closed in order, until {@link #passClose()}, so that the molecule can be
 * compared with what the epoch said of itself.
 */
public final class ReplaySource
{
    /** There is no instance now. */
    public static final int NOTHING = -1;

    private static final int CODES = 256;

    private final RecordStream records;
    private final RecordCursor record;
    private final List<String> sources;
    private final int[] sourceOfCode = new int[CODES];
    private final long[] clientSequences;
    private long until = Long.MAX_VALUE;
    private int source = NOTHING;
    private boolean found;
    private long repeatedCount;
    private byte[] close;

    /**
     * Makes a source.
     *
     * @param records of the journal
     * @param sources names in order of precedence, as the molecule has them now, the timer last
     */
    ReplaySource(final RecordStream records, final List<String> sources)
    {
        this.records = records;
        this.record = records.record();
        this.sources = List.copyOf(sources);
        this.clientSequences = new long[sources.size()];
        Arrays.fill(sourceOfCode, NOTHING);
    }

    /**
     * Returns which source brings the next instance.
     *
     * @return index in order of precedence, or {@link #NOTHING}
     */
    public int source()
    {
        if (!found && !look())
        {
            return NOTHING;
        }
        return record.sequence() <= until ? source : NOTHING;
    }

    private boolean look()
    {
        while (close == null && records.next())
        {
            if (record.isInstance())
            {
                source = sourceOfCode[record.source()];
                if (source == NOTHING)
                {
                    throw unknownSource();
                }
                found = true;
                return true;
            }
            administer();
        }
        return false;
    }

    private void administer()
    {
        if (record.type() == RecordType.EPOCH_START.code())
        {
            sourcesOf(EpochStart.decode(body()));
        }
        else if (record.type() == RecordType.CLEAN_CLOSE.code())
        {
            close = body();
        }
    }

    private byte[] body()
    {
        final byte[] body = new byte[record.bodyLength()];
        record.slab().getBytes(record.bodyOffset(), body, 0, body.length);
        return body;
    }

    /** Cold. Learns which of the molecule's sources an epoch's codes mean; a source may have moved since. */
    void sourcesOf(final EpochStart start)
    {
        Arrays.fill(sourceOfCode, NOTHING);
        for (int code = 0; code < start.sources().size(); code++)
        {
            sourceOfCode[code] = sources.indexOf(start.sources().get(code));
        }
    }

    private ReplayException unknownSource()
    {
        return new ReplayException("the journal's instance " + record.sequence() + " came from source " +
            record.source() + ", which this molecule does not have: its sources are " + sources +
            "; recover with the molecule that wrote the journal");
    }

    /** Returns the logical time of the next instance. */
    public long timeNanos()
    {
        return record.timeNanos();
    }

    /**
     * Takes the next instance, which came from outside.
     *
     * @param header on the claimed slot
     * @param input on the claimed slot
     */
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final int length = record.bodyLength();
        header.describe(record.kind(), length);
        header.stamp(0, 0);
        final Slab slab = record.slab();
        final long body = record.bodyOffset();
        for (int word = 0; word < length; word += Long.BYTES)
        {
            input.putLong(word, slab.getLong(body + word));
        }
    }

    /**
     * Goes on behind the instance that was taken.
     *
     * @param sequence that it got
     * @param header as it was described
     * @throws ReplayException if the molecule has another instance at this place than the journal
     */
    public void taken(final long sequence, final InstanceHeader header)
    {
        if (record.sequence() != sequence || record.kind() != header.kind())
        {
            throw new ReplayException("the replay does not follow the journal: it holds kind " + record.kind() +
                " at instance " + record.sequence() + ", the molecule came to kind " + header.kind() + " at instance " +
                sequence + "; a handler is not deterministic, or the code is not that which wrote the journal");
        }
        if (record.type() == RecordType.INPUT.code())
        {
            repeatedCount += record.clientSequence() != 0 && record.clientSequence() <= clientSequences[source] ? 1 : 0;
            clientSequences[source] = Math.max(clientSequences[source], record.clientSequence());
        }
        found = false;
    }

    /** Cold. Stops behind an instance. */
    void until(final long sequence)
    {
        until = sequence;
    }

    /** Cold. Returns what the epoch that ended here said of itself when it was closed, null if none ended here. */
    byte[] close()
    {
        return close;
    }

    /** Cold. Goes on behind a closed epoch. */
    void passClose()
    {
        close = null;
    }

    /** Cold. Returns whether an instance was looked at and not yet taken. */
    boolean isWaiting()
    {
        return found && record.sequence() <= until;
    }

    /** Cold. Returns how many inputs have a number that their source had used before: it does not drop duplicates. */
    long repeatedCount()
    {
        return repeatedCount;
    }

    /** Cold. Returns the source's own number of its last input in the journal, 0 if there is none. */
    long clientSequence(final int index)
    {
        return clientSequences[index];
    }

    /** Cold. Sets the numbers, as a snapshot had them. */
    void clientSequence(final int index, final long value)
    {
        clientSequences[index] = value;
    }

    /** Returns how the place at which the replay stands is called. */
    String place()
    {
        return "instance " + record.sequence() + " (" + sources.get(Math.max(0, source)) + ")" +
            (record.source() == RecordFormat.NO_SOURCE ? ", a record about the journal" : "");
    }
}

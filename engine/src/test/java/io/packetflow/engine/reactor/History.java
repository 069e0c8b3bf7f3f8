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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.fixture.DurableFeed;
import io.packetflow.engine.fixture.Reference;
import io.packetflow.engine.fixture.Script;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.read.JournalAnchor;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.read.RecordCursor;
import io.packetflow.ringbuffers.journal.storage.Storage;

/** The instances that a journal holds, in order. */
record History(List<Instance> instances)
{
    /**
     * An instance of a journal.
     *
     * @param sequence of it
     * @param source index of its source
     * @param kind of it
     * @param timeNanos logical time
     * @param clientSequence of its source
     * @param input words, null for an emission
     */
    record Instance(long sequence, int source, int kind, long timeNanos, long clientSequence, List<Long> input)
    {
    }

    static History of(final Storage disk)
    {
        final List<Instance> instances = new ArrayList<>();
        try (JournalReader reader = JournalReader.after(new JournalFiles(disk), JournalAnchor.GENESIS))
        {
            while (reader.next())
            {
                if (reader.cursor().isInstance())
                {
                    instances.add(instance(reader.cursor()));
                }
            }
        }
        catch (final IOException e)
        {
            throw new AssertionError("the journal cannot be read", e);
        }
        return new History(instances);
    }

    private static Instance instance(final RecordCursor record)
    {
        List<Long> input = null;
        if (record.type() != RecordType.DERIVED.code())
        {
            input = new ArrayList<>();
            for (int at = 0; at < record.bodyLength(); at += Long.BYTES)
            {
                input.add(record.slab().getLong(record.bodyOffset() + at));
            }
        }
        return new Instance(record.sequence(), record.source(), record.kind(), record.timeNanos(),
            record.clientSequence(), input);
    }

    History upTo(final long sequence)
    {
        return new History(instances.subList(0, (int)Math.min(sequence, instances.size())));
    }

    long last()
    {
        return instances.size();
    }

    /** Sequences are dense, time does not go back, and each feed's inputs are there once, in order and unchanged. */
    void requireSound(final List<Script> scripts, final int firstFeed)
    {
        final long[] taken = new long[scripts.size()];
        long timeNanos = 0;
        for (int i = 0; i < instances.size(); i++)
        {
            final Instance instance = instances.get(i);
            require(instance.sequence() == i + 1L, "sequences are dense", instance);
            require(instance.timeNanos() >= timeNanos, "time does not go back", instance);
            timeNanos = instance.timeNanos();
            final int feed = instance.source() - firstFeed;
            if (instance.input() != null && feed >= 0 && feed < taken.length)
            {
                final Script.Event event = scripts.get(feed).events().get((int)taken[feed]);
                taken[feed]++;
                require(instance.clientSequence() == taken[feed], "no input is lost or doubled", instance);
                require(instance.kind() == event.kind().code(), "an input stays what it was", instance);
                require(instance.input().equals(words(event)), "an input stays what it was", instance);
            }
        }
    }

    private static List<Long> words(final Script.Event event)
    {
        final List<Long> words = new ArrayList<>();
        for (int i = 0; i < DurableFeed.words(event); i++)
        {
            words.add(DurableFeed.word(event, i));
        }
        return words;
    }

    /** What was promised stays what it was. */
    void requireBeginsAs(final History earlier, final long promised)
    {
        for (int i = 0; i < promised; i++)
        {
            require(instances.get(i).equals(earlier.instances.get(i)), "what was promised is not changed",
                instances.get(i));
        }
    }

    private static void require(final boolean holds, final String what, final Instance instance)
    {
        if (!holds)
        {
            throw new AssertionError(what + ": " + instance);
        }
    }

    /** Says what these instances come to. */
    Reference reference(final Reference reference)
    {
        instances.forEach(instance -> reference.follow(
            instance.source(), instance.kind(), instance.timeNanos(), instance.input()));
        return reference;
    }
}

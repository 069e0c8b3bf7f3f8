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
package io.packetflow.engine.cli.journal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.queue.QueueRecord;
import io.packetflow.ringbuffers.journal.read.RecordCursor;
import io.packetflow.ringbuffers.journal.read.RecordText;

import picocli.CommandLine.Option;

/** Cold path. The options that say which records are printed, and how. */
final class RecordOptions
{
    @Option(names = "--type", paramLabel = "TYPE", split = ",",
        description = "only records of these types: ${COMPLETION-CANDIDATES}")
    private List<RecordType> types = new ArrayList<>();

    @Option(names = "--json", description = "a JSON object a line, with the body in hexadecimal")
    private boolean json;

    @Option(names = "--hex", description = "the body in hexadecimal behind each line")
    private boolean hex;

    /** Prints a record if it is of a type that is wanted; answers whether it is. Does not flush. */
    boolean print(final RecordCursor record, final EpochStart start, final PrintWriter out)
    {
        if (!isWanted(record.type()))
        {
            return false;
        }
        print(json ? RecordText.json(record, start) : RecordText.line(record, start), record.slab(), record.offset(),
            out);
        return true;
    }

    /** The same for a record of a queue. */
    boolean print(final QueueRecord record, final PrintWriter out)
    {
        if (!isWanted(record.type()))
        {
            return false;
        }
        print(json ? RecordText.json(record.slab(), 0, null, "") :
            RecordText.line(record.slab(), 0, null, "epoch " + record.epoch()), record.slab(), 0, out);
        return true;
    }

    private boolean isWanted(final int type)
    {
        return types.isEmpty() || types.stream().anyMatch(wanted -> wanted.code() == type);
    }

    private void print(final String text, final Slab slab, final long offset, final PrintWriter out)
    {
        out.print(text);
        if (hex && !json && RecordFormat.bodyLength(slab, offset) > 0)
        {
            out.print(' ');
            out.print(RecordText.hex(slab, offset));
        }
        out.print('\n');
    }
}

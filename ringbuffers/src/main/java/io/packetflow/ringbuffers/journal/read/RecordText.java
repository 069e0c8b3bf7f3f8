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
package io.packetflow.ringbuffers.journal.read;

import java.util.List;
import java.util.Locale;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;

/** Cold path. A record as a line of text, for people or as JSON. */
public final class RecordText
{
    private static final String HEX = "0123456789abcdef";
    private static final int BYTE_MASK = 0xFF;
    private static final int NIBBLE_BITS = 4;
    private static final int NIBBLE_MASK = 0xF;

    private RecordText()
    {
    }

    /**
     * Describes a record for people.
     *
     * @param record at which a reader stands
     * @param start of the record's epoch, for the names of the sources; null if it is not known
     * @return one line
     */
    public static String line(final RecordCursor record, final EpochStart start)
    {
        final String origin = record.isInstance() ? " source=" + source(record, start) + " kind=" + record.kind() : "";
        final String client = record.clientSequence() == 0 ? "" : " clientSequence=" + record.clientSequence();
        return String.format(Locale.ROOT, "%d %s%s timeNanos=%d%s bodyBytes=%d checksum=%08x %s",
            record.sequence(), type(record), origin, record.timeNanos(), client, record.bodyLength(),
            record.checksum(), new JournalPlace(record.epoch(), record.segment(), record.offset()));
    }

    /**
     * Describes a record as an object of JSON, with its body in hexadecimal.
     *
     * @param record at which a reader stands
     * @param start of the record's epoch, for the names of the sources; null if it is not known
     * @return one line
     */
    public static String json(final RecordCursor record, final EpochStart start)
    {
        final StringBuilder text = new StringBuilder("{\"sequence\":").append(record.sequence())
            .append(",\"type\":\"").append(type(record)).append('"');
        if (record.isInstance())
        {
            text.append(",\"source\":");
            quote(text, source(record, start));
            text.append(",\"kind\":").append(record.kind()).append(",\"clientSequence\":")
                .append(record.clientSequence());
        }
        text.append(",\"timeNanos\":").append(record.timeNanos()).append(",\"epoch\":").append(record.epoch())
            .append(",\"segment\":").append(record.segment()).append(",\"offset\":").append(record.offset())
            .append(",\"checksum\":\"").append(String.format(Locale.ROOT, "%08x", record.checksum()))
            .append("\",\"body\":\"");
        hex(text, record.slab(), record.bodyOffset(), record.bodyLength());
        return text.append("\"}").toString();
    }

    /**
     * Writes a record's body in hexadecimal.
     *
     * @param record at which a reader stands
     * @return two digits a byte
     */
    public static String hex(final RecordCursor record)
    {
        final StringBuilder text = new StringBuilder(2 * record.bodyLength());
        hex(text, record.slab(), record.bodyOffset(), record.bodyLength());
        return text.toString();
    }

    private static String type(final RecordCursor record)
    {
        return RecordType.of(record.type()).map(RecordType::name).orElse("type" + record.type());
    }

    private static String source(final RecordCursor record, final EpochStart start)
    {
        final List<String> names = start == null ? List.of() : start.sources();
        final int source = record.source();
        if (source < names.size())
        {
            return names.get(source);
        }
        return source == RecordFormat.NO_SOURCE ? "none" : String.valueOf(source);
    }

    private static void quote(final StringBuilder text, final String value)
    {
        text.append('"');
        for (int i = 0; i < value.length(); i++)
        {
            final char c = value.charAt(i);
            if (c == '"' || c == '\\')
            {
                text.append('\\').append(c);
            }
            else if (c < ' ')
            {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int)c));
            }
            else
            {
                text.append(c);
            }
        }
        text.append('"');
    }

    private static void hex(final StringBuilder text, final Slab slab, final long offset, final int length)
    {
        for (int i = 0; i < length; i++)
        {
            final int value = slab.getByte(offset + i) & BYTE_MASK;
            text.append(HEX.charAt(value >>> NIBBLE_BITS)).append(HEX.charAt(value & NIBBLE_MASK));
        }
    }
}

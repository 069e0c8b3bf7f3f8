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
        return line(record.slab(), record.offset(), start,
            new JournalPlace(record.epoch(), record.segment(), record.offset()).toString());
    }

    /**
     * Describes a record for people, wherever it lies.
     *
     * @param slab that holds it
     * @param offset of the record there
     * @param start of the record's epoch, for the names of the sources; null if it is not known
     * @param place said at the end
     * @return one line
     */
    public static String line(final Slab slab, final long offset, final EpochStart start, final String place)
    {
        final String origin = isInstance(slab, offset) ?
            " source=" + source(slab, offset, start) + " kind=" + RecordFormat.kind(slab, offset) : "";
        final long clientSequence = RecordFormat.clientSequence(slab, offset);
        final String client = clientSequence == 0 ? "" : " clientSequence=" + clientSequence;
        return String.format(Locale.ROOT, "%d %s%s timeNanos=%d%s bodyBytes=%d checksum=%08x %s",
            RecordFormat.sequence(slab, offset), type(slab, offset), origin, RecordFormat.timeNanos(slab, offset),
            client, RecordFormat.bodyLength(slab, offset), RecordFormat.claimedChecksum(slab, offset), place);
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
        return json(record.slab(), record.offset(), start,
            ",\"segment\":" + record.segment() + ",\"offset\":" + record.offset());
    }

    /**
     * Describes a record as an object of JSON, wherever it lies, with its body in hexadecimal.
     *
     * @param slab that holds it
     * @param offset of the record there
     * @param start of the record's epoch, for the names of the sources; null if it is not known
     * @param place said behind the epoch: members of the object, each after a comma; may be empty
     * @return one line
     */
    public static String json(final Slab slab, final long offset, final EpochStart start, final String place)
    {
        final StringBuilder text = new StringBuilder("{\"sequence\":").append(RecordFormat.sequence(slab, offset))
            .append(",\"type\":\"").append(type(slab, offset)).append('"');
        if (isInstance(slab, offset))
        {
            text.append(",\"source\":");
            quote(text, source(slab, offset, start));
            text.append(",\"kind\":").append(RecordFormat.kind(slab, offset)).append(",\"clientSequence\":")
                .append(RecordFormat.clientSequence(slab, offset));
        }
        text.append(",\"timeNanos\":").append(RecordFormat.timeNanos(slab, offset)).append(",\"epoch\":")
            .append(RecordFormat.epoch(slab, offset)).append(place).append(",\"checksum\":\"")
            .append(String.format(Locale.ROOT, "%08x", RecordFormat.claimedChecksum(slab, offset)))
            .append("\",\"body\":\"");
        hex(text, slab, offset);
        return text.append("\"}").toString();
    }

    /**
     * Writes a record's body in hexadecimal.
     *
     * @param slab that holds the record
     * @param offset of the record there
     * @return two digits a byte
     */
    public static String hex(final Slab slab, final long offset)
    {
        final StringBuilder text = new StringBuilder(2 * RecordFormat.bodyLength(slab, offset));
        hex(text, slab, offset);
        return text.toString();
    }

    private static boolean isInstance(final Slab slab, final long offset)
    {
        return RecordType.of(RecordFormat.type(slab, offset)).map(RecordType::isInstance).orElse(false);
    }

    private static String type(final Slab slab, final long offset)
    {
        final int type = RecordFormat.type(slab, offset);
        return RecordType.of(type).map(RecordType::name).orElse("type" + type);
    }

    private static String source(final Slab slab, final long offset, final EpochStart start)
    {
        final List<String> names = start == null ? List.of() : start.sources();
        final int source = RecordFormat.source(slab, offset);
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

    private static void hex(final StringBuilder text, final Slab slab, final long offset)
    {
        final long body = offset + RecordFormat.BODY;
        for (int i = 0; i < RecordFormat.bodyLength(slab, offset); i++)
        {
            final int value = slab.getByte(body + i) & BYTE_MASK;
            text.append(HEX.charAt(value >>> NIBBLE_BITS)).append(HEX.charAt(value & NIBBLE_MASK));
        }
    }
}

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
package io.packetflow.engine.language.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.types.TypedPacket;
import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.FieldType;
import io.packetflow.layout.record.RecordLayout;

/** Cold path. How a handler reads payloads and its input: through which of its own fields, and with which accessors. */
final class Views
{
    private static final String INPUT = TypedPacket.INPUT;

    private final Map<String, String> fields;
    private final Map<String, RecordLayout> payloads;
    private final List<CheckedInput> inputs;
    private boolean isHeaderUsed;

    /**
     * Prepares.
     *
     * @param fields names of the handler's fields by packet
     * @param payloads layouts by packet
     * @param inputs kinds that fire the packet
     */
    Views(final Map<String, String> fields, final Map<String, RecordLayout> payloads, final List<CheckedInput> inputs)
    {
        this.fields = new LinkedHashMap<>(fields);
        this.payloads = new LinkedHashMap<>(payloads);
        this.inputs = List.copyOf(inputs);
    }

    /** Returns whether something was read that depends on the kind of the instance. */
    boolean isHeaderUsed()
    {
        return isHeaderUsed;
    }

    /** Returns how a field is read. */
    Value read(final String view, final String field)
    {
        return view.equals(INPUT) ? input(field) : payload(view, field);
    }

    private Value payload(final String packet, final String name)
    {
        final RecordLayout layout = payloads.get(packet);
        final String accessor = fields.get(packet) + "." + PayloadNames.of(layout).get(name);
        final Field field = layout.field(name);
        if (field.type() != FieldType.BYTES)
        {
            return new Value.Single(accessor + "()");
        }
        final List<Value> words = new ArrayList<>();
        for (int word = 0; word * Long.BYTES < field.length(); word++)
        {
            words.add(new Value.Single(accessor + word + "()"));
        }
        return new Value.Group(words);
    }

    /** A field of several kinds is read where the kind of the instance has it. */
    private Value input(final String name)
    {
        Value value = null;
        Field before = null;
        for (int i = inputs.size() - 1; i >= 0; i--)
        {
            final Field field = inputs.get(i).fields().orElseThrow().field(name);
            final Value here = input(field);
            if (value == null || field.equals(before))
            {
                value = here;
            }
            else
            {
                isHeaderUsed = true;
                value = either(inputs.get(i).kind().code(), here, value);
            }
            before = field;
        }
        return value;
    }

    private static Value either(final int kind, final Value here, final Value others)
    {
        final List<Value> parts = new ArrayList<>();
        for (int i = 0; i < here.singles().size(); i++)
        {
            parts.add(new Value.Single("(header.kind() == " + kind + " ? " + here.singles().get(i).java() + " : " +
                others.singles().get(i).java() + ")"));
        }
        return here instanceof Value.Single ? parts.get(0) : new Value.Group(parts);
    }

    private static Value input(final Field field)
    {
        if (field.type() == FieldType.BYTES)
        {
            return new Value.Group(FieldAccess.words(field, Views::inputBytes).stream()
                .<Value>map(word -> new Value.Single("(" + word + ")")).toList());
        }
        final String read = FieldAccess.number(field, Views::inputBytes);
        return new Value.Single(read.contains(" ") ? "(" + read + ")" : read);
    }

    private static String inputBytes(final int bytes, final int offset)
    {
        final String where = "input.offset()" + (offset == 0 ? "" : " + " + offset);
        return switch (bytes)
        {
            case Long.BYTES -> "input.getLong(" + offset + ")";
            case Integer.BYTES -> "input.slab().getInt(" + where + ")";
            case Short.BYTES -> "input.slab().getShort(" + where + ")";
            default -> "input.slab().getByte(" + where + ")";
        };
    }
}

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
package io.packetflow.latency.report;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cold path. Writes values as JSON: maps in their own order, lists, texts, numbers, truth values, null. A number that
 * JSON cannot hold (not a number, infinite) is null.
 */
public final class Json
{
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder(4_096);

    private Json()
    {
    }

    /**
     * Writes a value.
     *
     * @param value to write
     * @return the text, its line ended
     * @throws IllegalArgumentException if the value is, or holds, something else
     */
    public static String of(final Object value)
    {
        final Json json = new Json();
        json.write(value, "");
        return json.text.append('\n').toString();
    }

    private void write(final Object value, final String indent)
    {
        if (value == null || value instanceof Boolean)
        {
            text.append(value);
        }
        else if (value instanceof String string)
        {
            quote(string);
        }
        else if (value instanceof Number number)
        {
            text.append(number(number));
        }
        else if (value instanceof Map<?, ?> map)
        {
            object(map, indent);
        }
        else if (value instanceof List<?> list)
        {
            array(list, indent);
        }
        else
        {
            throw new IllegalArgumentException("JSON holds no " + value.getClass().getName());
        }
    }

    private static String number(final Number number)
    {
        final double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value))
        {
            return "null";
        }
        final boolean whole = number instanceof Long || number instanceof Integer ||
            (value == Math.rint(value) && Math.abs(value) < 1L << 53);
        return whole ? Long.toString(number.longValue()) : String.format(Locale.ROOT, "%.6g", value);
    }

    private void object(final Map<?, ?> map, final String indent)
    {
        if (map.isEmpty())
        {
            text.append("{}");
            return;
        }
        text.append("{\n");
        final Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext())
        {
            final Map.Entry<?, ?> entry = entries.next();
            text.append(indent).append(INDENT);
            quote(entry.getKey().toString());
            text.append(": ");
            write(entry.getValue(), indent + INDENT);
            text.append(entries.hasNext() ? ",\n" : "\n");
        }
        text.append(indent).append('}');
    }

    private void array(final List<?> list, final String indent)
    {
        if (list.isEmpty())
        {
            text.append("[]");
            return;
        }
        text.append("[\n");
        for (int i = 0; i < list.size(); i++)
        {
            text.append(indent).append(INDENT);
            write(list.get(i), indent + INDENT);
            text.append(i + 1 < list.size() ? ",\n" : "\n");
        }
        text.append(indent).append(']');
    }

    private void quote(final String string)
    {
        text.append('"');
        string.chars().forEach(character ->
        {
            switch (character)
            {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(character < ' ' ?
                    String.format(Locale.ROOT, "\\u%04x", character) : String.valueOf((char)character));
            }
        });
        text.append('"');
    }
}

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
package io.packetflow.engine.language.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.periodic.NearestName;
import io.packetflow.layout.record.Field;
import io.packetflow.layout.record.RecordLayout;

/**
 * Cold path. Reads instances from lines, one a line: the kind, then each of its fields once, in any order.
 *
 * <pre>
 *   order price=12.50 quantity=100 symbol=AAPL     # a comment
 *   {@literal @}5000 order price=12.51 quantity=1 symbol="A B"  # at 5000 ns of logical time
 *   message bytes=0x0a0b0c                         # a kind without fields
 * </pre>
 *
 * <p>An instance without a time comes a microsecond after the one before it.
 */
public final class InputLines
{
    private static final int MAX_PROBLEMS = 20;
    private static final String BYTES = "bytes";

    private final String file;
    private final Map<String, CheckedInput> kinds = new LinkedHashMap<>();
    private final InputTableBuilder table;
    private final List<String> problems = new ArrayList<>();
    private int line;

    private InputLines(final String file, final List<CheckedInput> inputs)
    {
        this.file = file;
        inputs.forEach(input -> kinds.put(input.name(), input));
        this.table = new InputTableBuilder(inputs);
    }

    /**
     * Reads all lines.
     *
     * @param file name for messages
     * @param reader of the lines
     * @param inputs kinds that the molecule declares
     * @return the instances
     * @throws IOException if they cannot be read
     * @throws InputFormatException if lines are no instances
     */
    public static InputTable read(final String file, final BufferedReader reader, final List<CheckedInput> inputs)
        throws IOException, InputFormatException
    {
        final InputLines lines = new InputLines(file, inputs);
        for (String text = reader.readLine(); text != null && !lines.isEnough(); text = reader.readLine())
        {
            lines.line++;
            lines.instance(InputWord.split(text));
        }
        if (!lines.problems.isEmpty())
        {
            throw new InputFormatException(lines.problems);
        }
        return lines.table.build();
    }

    private boolean isEnough()
    {
        if (table.isFull() && problems.isEmpty())
        {
            problems.add(file + ":" + line + ":1: more than " + table.count() + " instances, 1 GiB of inputs, are " +
                "not kept in memory; use fewer, and --count to send them several times");
        }
        return problems.size() >= MAX_PROBLEMS || table.isFull();
    }

    private void instance(final List<InputWord> words)
    {
        final boolean isTimed = !words.isEmpty() && words.get(0).text().startsWith("@");
        final List<InputWord> rest = isTimed ? words.subList(1, words.size()) : words;
        if (words.isEmpty())
        {
            return;
        }
        final long timeNanos = isTimed ? time(words.get(0)) : table.lastTimeNanos() + InputTableBuilder.STEP_NANOS;
        final CheckedInput input = rest.isEmpty() ? null : kinds.get(rest.get(0).text());
        if (input == null)
        {
            unknownKind(rest.isEmpty() ? words.get(0) : rest.get(0));
            return;
        }
        final int before = problems.size();
        final int length = fields(input, rest);
        if (problems.size() == before)
        {
            table.end(input.kind(), length, timeNanos);
        }
    }

    private long time(final InputWord word)
    {
        final String digits = word.text().substring(1);
        if (digits.matches("[0-9]{1,18}") && Long.parseLong(digits) >= table.lastTimeNanos())
        {
            return Long.parseLong(digits);
        }
        problem(word.column(), "'" + word.text() + "' is no time in nanoseconds from " + table.lastTimeNanos() +
            " on, where the instance before it stands");
        return table.lastTimeNanos();
    }

    private void unknownKind(final InputWord word)
    {
        final String near = NearestName.find(word.text(), kinds.keySet());
        problem(word.column(), "there is no kind '" + word.text() + "'" + (near == null ?
            "; the molecule has " + (kinds.isEmpty() ? "no inputs" : String.join(", ", kinds.keySet())) :
            "; did you mean '" + near + "'?"));
    }

    private int fields(final CheckedInput input, final List<InputWord> words)
    {
        final ByteBuffer record = table.begin();
        final Set<String> given = new HashSet<>();
        int opaqueBytes = 0;
        for (final InputWord word : words.subList(1, words.size()))
        {
            try
            {
                if (!given.add(word.key()))
                {
                    throw new IllegalArgumentException("the field " + word.key() + " is given twice");
                }
                if (input.fields().isPresent())
                {
                    FieldText.put(word.value(), field(input.fields().get(), word.key()), record);
                }
                else
                {
                    requireBytes(word.key(), input);
                    opaqueBytes = FieldText.putBytes(word.value(), 0, input.kind().maxInputBytes(), record);
                }
            }
            catch (final IllegalArgumentException e)
            {
                problem(word.column(), e.getMessage());
            }
        }
        requireAll(input.fields(), given, words.get(0));
        return input.fields().map(RecordLayout::size).orElse(opaqueBytes);
    }

    private static Field field(final RecordLayout layout, final String name)
    {
        if (layout.has(name))
        {
            return layout.field(name);
        }
        final List<String> names = layout.fields().stream().map(Field::name).toList();
        final String near = NearestName.find(name, names);
        throw new IllegalArgumentException("there is no field '" + name + "'; " + (near == null ?
            "the kind has " + String.join(", ", names) : "did you mean '" + near + "'?"));
    }

    private static void requireBytes(final String key, final CheckedInput input)
    {
        if (!key.equals(BYTES) || input.kind().maxInputBytes() == 0)
        {
            throw new IllegalArgumentException("the kind " + input.name() + " has no field '" + key + "'" +
                (input.kind().maxInputBytes() == 0 ? "" : "; write bytes=0x and hexadecimal digits"));
        }
    }

    private void requireAll(final Optional<RecordLayout> layout, final Set<String> given, final InputWord kind)
    {
        final List<String> missing = layout.map(RecordLayout::fields).orElse(List.of()).stream().map(Field::name)
            .filter(name -> !given.contains(name)).toList();
        if (!missing.isEmpty())
        {
            problem(kind.column(), "the instance has no " + String.join(", no ", missing));
        }
    }

    private void problem(final int column, final String message)
    {
        if (problems.size() < MAX_PROBLEMS)
        {
            problems.add(file + ":" + line + ":" + column + ": " + message);
        }
    }
}

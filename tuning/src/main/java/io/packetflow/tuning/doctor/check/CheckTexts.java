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
package io.packetflow.tuning.doctor.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cold path. Reads the texts of the checks from the file beside this class. */
final class CheckTexts
{
    private static final String FILE = "checks.txt";

    private CheckTexts()
    {
    }

    /** The lines of a file beside this class, without comments and empty ones. */
    static List<String> lines(final String file)
    {
        try (InputStream in = CheckTexts.class.getResourceAsStream(file);
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
        {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot read " + file + " of the program itself", e);
        }
    }

    static Map<String, CheckText> read()
    {
        final Map<String, CheckText> texts = new LinkedHashMap<>();
        final List<String> block = new ArrayList<>();
        for (final String line : lines(FILE))
        {
            if (!line.startsWith(" ") && !block.isEmpty())
            {
                put(texts, block);
                block.clear();
            }
            block.add(line);
        }
        put(texts, block);
        return texts;
    }

    private static void put(final Map<String, CheckText> texts, final List<String> block)
    {
        final String[] head = block.get(0).split(" ", 3);
        String why = "";
        String fix = "";
        final List<CheckText.Action> actions = new ArrayList<>();
        for (final String line : block.subList(1, block.size()))
        {
            final String[] parts = line.strip().split(" ", 2);
            if ("why".equals(parts[0]))
            {
                why = parts[1];
            }
            else if ("fix".equals(parts[0]))
            {
                fix = parts[1];
            }
            else
            {
                actions.add(new CheckText.Action(
                    CheckText.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]));
            }
        }
        if (texts.put(head[0], new CheckText(head[0], Severity.valueOf(head[1]), head[2], why, fix, actions)) != null)
        {
            throw new IllegalStateException(FILE + " must have each check once: id=" + head[0]);
        }
    }
}

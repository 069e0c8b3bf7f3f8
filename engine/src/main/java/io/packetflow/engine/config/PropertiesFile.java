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
package io.packetflow.engine.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Cold path. Reads a properties file and keeps the line numbers, which {@link Properties} throws away.
 *
 * <p>Lines are joined where they end in a backslash, then each is given to {@link Properties#load}, so that escapes,
 * separators and comments mean what they mean everywhere else. UTF-8.
 */
final class PropertiesFile
{
    private PropertiesFile()
    {
    }

    /**
     * Reads a file.
     *
     * @param file to read
     * @return its properties in the order of the file
     * @throws ConfigurationException if the file cannot be read
     */
    static List<SettingText> read(final Path file)
    {
        final List<String> lines;
        try
        {
            lines = Files.readAllLines(file);
        }
        catch (final CharacterCodingException e)
        {
            throw unreadable(file, "must be UTF-8 text", "save it as UTF-8", e);
        }
        catch (final IOException e)
        {
            throw unreadable(file, Files.isDirectory(file) ? "must be a file, but is a directory"
                : "must be a readable file", "check the path and its permissions", e);
        }
        final List<SettingText> texts = new ArrayList<>();
        int i = 0;
        while (i < lines.size())
        {
            final int firstLine = i;
            final StringBuilder logical = new StringBuilder(lines.get(i));
            while (!isComment(logical) && endsInContinuation(logical) && i + 1 < lines.size())
            {
                logical.append('\n').append(lines.get(++i));
            }
            i++;
            parse(logical.toString(), Origin.file(file.toString(), firstLine + 1), texts);
        }
        return texts;
    }

    private static void parse(final String logicalLine, final Origin origin, final List<SettingText> texts)
    {
        final Properties properties = new Properties();
        try
        {
            properties.load(new StringReader(logicalLine));
        }
        catch (final IOException | IllegalArgumentException e)
        {
            final ConfigurationException error = new ConfigurationException(List.of(new SettingError(
                "line", logicalLine, origin, "must be key=value", "correct the escape (" + e.getMessage() + ")")));
            error.initCause(e);
            throw error;
        }
        properties.stringPropertyNames().forEach(
            key -> texts.add(new SettingText(key, properties.getProperty(key).strip(), origin)));
    }

    private static boolean isComment(final CharSequence line)
    {
        final String text = line.toString().stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean endsInContinuation(final CharSequence line)
    {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\')
        {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static ConfigurationException unreadable(
        final Path file, final String mustHold, final String remedy, final IOException cause)
    {
        final ConfigurationException error = new ConfigurationException(List.of(
            new SettingError("properties file", file.toString(), new Origin(file.toString(), Origin.Kind.FILE),
                mustHold, remedy)));
        error.initCause(cause);
        return error;
    }
}

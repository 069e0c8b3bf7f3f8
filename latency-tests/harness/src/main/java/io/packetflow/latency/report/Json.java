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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

import io.packetflow.engine.cli.BadDataException;

/**
 * Cold path. Writes values as JSON: maps in their own order, lists, texts, numbers, truth values, null. A number that
 * JSON cannot hold (not a number, infinite) is null.
 */
public final class Json
{
    private static final JsonMapper MAPPER = JsonMapper.builder()
        .addModule(new SimpleModule().addSerializer(Double.class, new Finite())).build();

    private Json()
    {
    }

    /**
     * Writes a value.
     *
     * @param value to write
     * @return the text, its lines ended in the same way on every system
     */
    public static String of(final Object value)
    {
        final DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        final DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        try
        {
            return MAPPER.writer(printer).writeValueAsString(value) + "\n";
        }
        catch (final JacksonException e)
        {
            throw new IllegalArgumentException("this cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file to read
     * @return what it holds
     * @throws IOException if it cannot be read
     * @throws BadDataException if it holds no JSON
     */
    public static JsonNode read(final Path file) throws IOException
    {
        try
        {
            return MAPPER.readTree(Files.readString(file));
        }
        catch (final JacksonException e)
        {
            throw new BadDataException(file + " is no JSON: " + e.getOriginalMessage() + " at line " +
                e.getLocation().getLineNr() + "; measure again", e);
        }
    }

    /** Writes what JSON has no number for as null. */
    private static final class Finite extends StdSerializer<Double>
    {
        private static final long serialVersionUID = 1L;

        Finite()
        {
            super(Double.class);
        }

        @Override
        public void serialize(final Double value, final JsonGenerator json, final SerializerProvider provider)
            throws IOException
        {
            if (Double.isFinite(value))
            {
                json.writeNumber(value);
            }
            else
            {
                json.writeNull();
            }
        }
    }
}

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
package io.packetflow.tuning.watch;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.packetflow.engine.watch.CounterReading;
import io.packetflow.engine.watch.EngineReading;
import io.packetflow.engine.watch.Rates;

/**
 * Cold path. Counters for programs: one JSON object a reading, on a line of its own. {@code schema} is raised when a
 * key goes or changes its meaning; keys may be added.
 */
final class StatJson
{
    private static final int SCHEMA = 1;

    private StatJson()
    {
    }

    /**
     * Renders.
     *
     * @param reading of an engine
     * @param counters of it that are wanted
     * @param rates that have taken the reading
     * @return the object, with a line feed at the end
     */
    static String render(final EngineReading reading, final List<CounterReading> counters, final Rates rates)
    {
        final StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out))
        {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("time", Instant.ofEpochMilli(reading.takenMillis()).toString());
            json.writeStringField("file", reading.file().toString());
            json.writeNumberField("version", reading.version());
            json.writeNumberField("pid", reading.pid());
            json.writeStringField("started", Instant.ofEpochMilli(reading.startMillis()).toString());
            json.writeStringField("molecule", reading.molecule());
            json.writeBooleanField("alive", reading.alive());
            json.writeStringField("closed", reading.closedMillis().isPresent() ?
                Instant.ofEpochMilli(reading.closedMillis().getAsLong()).toString() : null);
            numberOrNull(json, "silence_millis", reading.silenceMillis());
            json.writeStringField("state", StatHeader.state(reading));
            json.writeArrayFieldStart("counters");
            for (final CounterReading counter : counters)
            {
                counter(json, counter, rates.perSecond(counter));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("cannot write JSON into memory", e);
        }
        return out.append('\n').toString();
    }

    private static void counter(
        final JsonGenerator json, final CounterReading counter, final OptionalDouble perSecond) throws IOException
    {
        json.writeStartObject();
        json.writeNumberField("type", counter.typeId());
        json.writeStringField("kind", CounterKind.of(counter).word());
        json.writeStringField("owner", counter.owner());
        json.writeStringField("name", counter.name());
        json.writeNumberField("value", counter.value());
        if (perSecond.isPresent())
        {
            json.writeNumberField("per_second", perSecond.getAsDouble());
        }
        json.writeEndObject();
    }

    private static void numberOrNull(final JsonGenerator json, final String name, final OptionalLong value)
        throws IOException
    {
        if (value.isPresent())
        {
            json.writeNumberField(name, value.getAsLong());
        }
        else
        {
            json.writeNullField(name);
        }
    }
}

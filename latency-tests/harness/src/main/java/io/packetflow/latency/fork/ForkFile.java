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
package io.packetflow.latency.fork;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.zip.DataFormatException;

import org.HdrHistogram.Histogram;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.engine.telemetry.LatencySeries;

/** Cold path. A fork's result on its way to the runner: properties, with histograms in HdrHistogram's own form. */
public final class ForkFile
{
    private static final String NUMBER = "number.";
    private static final String TEXT = "text.";
    private static final String SERIES = "series.";
    private static final String NEGATIVE = "negative.";
    private static final String TOO_LONG = "too.long.";
    private static final String HOST = "host.";
    private static final String SEPARATOR = "\n";

    private ForkFile()
    {
    }

    /**
     * Writes a result.
     *
     * @param file to write
     * @param result to write
     * @throws IOException if it cannot be written
     */
    public static void write(final Path file, final ForkResult result) throws IOException
    {
        final Properties properties = new Properties();
        result.numbers().forEach((measure, value) ->
            properties.setProperty(NUMBER + measure.name(), Double.toString(value)));
        result.texts().forEach((name, value) -> properties.setProperty(TEXT + name, value));
        result.series().values().forEach(one -> put(properties, one));
        putHost(properties, result.host());
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8))
        {
            properties.store(writer, null);
        }
    }

    private static void put(final Properties properties, final LatencySeries one)
    {
        final Histogram histogram = one.histogram();
        final ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        final int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        properties.setProperty(SERIES + one.name(),
            Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length)));
        properties.setProperty(NEGATIVE + one.name(), Long.toString(one.negativeCount()));
        properties.setProperty(TOO_LONG + one.name(), Long.toString(one.tooLongCount()));
    }

    private static void putHost(final Properties properties, final HostFingerprint host)
    {
        properties.setProperty(HOST + "cpuModel", host.cpuModel());
        properties.setProperty(HOST + "cpuCount", Integer.toString(host.cpuCount()));
        properties.setProperty(HOST + "kernel", host.kernel());
        properties.setProperty(HOST + "hypervisor", host.hypervisor());
        properties.setProperty(HOST + "jdk", host.jdk());
        properties.setProperty(HOST + "collector", host.collector());
        properties.setProperty(HOST + "assertions", Boolean.toString(host.assertions()));
        properties.setProperty(HOST + "boundsChecks", Boolean.toString(host.boundsChecks()));
        properties.setProperty(HOST + "jvmOptions", String.join(SEPARATOR, host.jvmOptions()));
    }

    /**
     * Reads a result.
     *
     * @param file that a fork wrote
     * @return its result
     * @throws IOException if it cannot be read
     * @throws BadDataException if it is not such a file
     */
    public static ForkResult read(final Path file) throws IOException
    {
        final Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8))
        {
            properties.load(reader);
        }
        try
        {
            return parse(properties);
        }
        catch (final IllegalArgumentException | DataFormatException e)
        {
            throw new BadDataException("not the result of a fork: " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private static ForkResult parse(final Properties properties) throws DataFormatException
    {
        final ForkResult.Builder builder = ForkResult.on(host(properties));
        for (final String name : properties.stringPropertyNames())
        {
            if (name.startsWith(NUMBER))
            {
                builder.number(Measure.valueOf(name.substring(NUMBER.length())),
                    Double.parseDouble(properties.getProperty(name)));
            }
            else if (name.startsWith(TEXT))
            {
                builder.text(name.substring(TEXT.length()), properties.getProperty(name));
            }
            else if (name.startsWith(SERIES))
            {
                builder.series(series(properties, name.substring(SERIES.length())));
            }
        }
        return builder.build();
    }

    private static LatencySeries series(final Properties properties, final String name) throws DataFormatException
    {
        final ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(properties.getProperty(SERIES + name)));
        return new LatencySeries(name, Histogram.decodeFromCompressedByteBuffer(buffer, 0),
            Long.parseLong(properties.getProperty(NEGATIVE + name, "0")),
            Long.parseLong(properties.getProperty(TOO_LONG + name, "0")));
    }

    private static HostFingerprint host(final Properties properties)
    {
        final String options = required(properties, "jvmOptions");
        return new HostFingerprint(required(properties, "cpuModel"),
            Integer.parseInt(required(properties, "cpuCount")),
            required(properties, "kernel"), required(properties, "hypervisor"), required(properties, "jdk"),
            required(properties, "collector"), Boolean.parseBoolean(required(properties, "assertions")),
            Boolean.parseBoolean(required(properties, "boundsChecks")),
            options.isEmpty() ? List.of() : List.of(options.split(SEPARATOR, -1)));
    }

    private static String required(final Properties properties, final String name)
    {
        final String value = properties.getProperty(HOST + name);
        if (value == null)
        {
            throw new IllegalArgumentException("no " + HOST + name);
        }
        return value;
    }
}

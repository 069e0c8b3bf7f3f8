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
package io.packetflow.engine.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

import io.packetflow.engine.cost.HostCosts;

/**
 * Cold path. A calibration as a file: lines of {@code key=value} in UTF-8, the last one a checksum of those before it.
 * Written as a whole or not at all; a file that is not as it was written is refused.
 */
public final class CalibrationFile
{
    private static final String FORMAT = "packetflow-host-costs-1";
    private static final String CHECKSUM = "checksum=";
    private static final long MAX_BYTES = 1 << 16;

    private CalibrationFile()
    {
    }

    /**
     * Writes a calibration. Directories that are missing are made.
     *
     * @param file to write
     * @param calibration to keep
     * @throws IOException if it cannot be written
     */
    public static void write(final Path file, final Calibration calibration) throws IOException
    {
        final Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        final String body = body(calibration);
        final Path begun = Files.createTempFile(directory, ".host-costs-", ".tmp");
        try
        {
            Files.writeString(begun, body + CHECKSUM + checksum(body) + "\n");
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        finally
        {
            Files.deleteIfExists(begun);
        }
    }

    private static String body(final Calibration calibration)
    {
        final HostCosts costs = calibration.costs();
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("format", FORMAT);
        values.put("date", calibration.date());
        values.put("jdk", calibration.jdk());
        values.put("processor", calibration.host().processor());
        values.put("cpus", calibration.host().cpus());
        values.put("sockets", calibration.host().sockets());
        values.put("remarks", calibration.remarks());
        values.put("spread", calibration.spread());
        values.put("ingress.nanos", costs.ingressNanos());
        values.put("call.nanos", costs.callNanos());
        values.put("stage.nanos", costs.stageNanos());
        values.put("hop.nanos", costs.hopNanos());
        values.put("remote.hop.nanos", costs.remoteHopNanos());
        values.put("hops.per.second", costs.hopsPerSecond());
        final StringBuilder body = new StringBuilder();
        values.forEach((key, value) -> body.append(key).append('=')
            .append(String.valueOf(value).replaceAll("\\s+", " ")).append('\n'));
        return body.toString();
    }

    private static String checksum(final String body)
    {
        final CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /**
     * Reads a calibration.
     *
     * @param file to read
     * @return the calibration
     * @throws CalibrationException if the file is damaged
     * @throws UncheckedIOException if it cannot be read
     */
    public static Calibration read(final Path file)
    {
        final String text;
        try
        {
            if (Files.size(file) > MAX_BYTES)
            {
                throw damaged(file, "it is longer than " + MAX_BYTES + " bytes", null);
            }
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the host's costs in " + file + " cannot be read: " + e.getMessage(), e);
        }
        final int end = text.lastIndexOf(CHECKSUM);
        if (end < 0 || !text.substring(end).equals(CHECKSUM + checksum(text.substring(0, end)) + "\n"))
        {
            throw damaged(file, "its checksum is not that of its lines", null);
        }
        return parse(file, text.substring(0, end).lines().toList());
    }

    private static Calibration parse(final Path file, final List<String> lines)
    {
        final Map<String, String> values = new LinkedHashMap<>();
        lines.forEach(line -> values.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=?", "")));
        if (!FORMAT.equals(values.get("format")))
        {
            throw damaged(file, "its format is '" + values.get("format") + "' and not " + FORMAT, null);
        }
        try
        {
            return new Calibration(new HostCosts("measured", number(values, "ingress.nanos"),
                number(values, "call.nanos"), number(values, "stage.nanos"), number(values, "hop.nanos"),
                number(values, "remote.hop.nanos"), number(values, "hops.per.second")),
                new CalibratedHost(text(values, "processor"), (int)number(values, "cpus"),
                (int)number(values, "sockets")), text(values, "date"), text(values, "jdk"), text(values, "remarks"),
                number(values, "spread"));
        }
        catch (final IllegalArgumentException e)
        {
            throw damaged(file, e.getMessage(), e);
        }
    }

    private static String text(final Map<String, String> values, final String key)
    {
        final String value = values.get(key);
        if (value == null)
        {
            throw new IllegalArgumentException("it says nothing of " + key);
        }
        return value;
    }

    private static double number(final Map<String, String> values, final String key)
    {
        final double value = Double.parseDouble(text(values, key));
        if (!Double.isFinite(value))
        {
            throw new IllegalArgumentException(key + " is not finite: " + value);
        }
        return value;
    }

    private static CalibrationException damaged(final Path file, final String reason, final Throwable cause)
    {
        return new CalibrationException("the host's costs in " + file + " are damaged: " + reason +
            "; measure them again with packetflow calibrate, or remove the file", cause);
    }
}

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
package io.packetflow.tuning.export;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Cold path. Samples in the Prometheus text format, version 0.0.4: those of a metric stand together, behind its HELP
 * and TYPE, whatever the order in which they came.
 */
final class Exposition
{
    /** The media type of the format. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<Metric, List<String>> lines = new EnumMap<>(Metric.class);

    /**
     * Adds a sample.
     *
     * @param metric of the sample
     * @param suffix of its name, such as {@code _sum}; empty but for summaries
     * @param labels names and values, in this order; names are ours, values may hold anything
     * @param value as the format has it
     */
    void add(final Metric metric, final String suffix, final List<Label> labels, final String value)
    {
        final StringBuilder line = new StringBuilder(metric.metricName()).append(suffix);
        char separator = '{';
        for (final Label label : labels)
        {
            line.append(separator).append(label.name()).append("=\"").append(escape(label.value(), true)).append('"');
            separator = ',';
        }
        line.append(labels.isEmpty() ? " " : "} ").append(value);
        lines.computeIfAbsent(metric, unused -> new ArrayList<>()).add(line.toString());
    }

    /** Returns all of it; each line ends with a line feed, whatever the host ends lines with. */
    String text()
    {
        final StringBuilder text = new StringBuilder(8_192);
        lines.forEach((metric, samples) ->
        {
            text.append("# HELP ").append(metric.metricName()).append(' ').append(escape(metric.help(), false))
                .append('\n');
            text.append("# TYPE ").append(metric.metricName()).append(' ').append(metric.type().word()).append('\n');
            samples.forEach(sample -> text.append(sample).append('\n'));
        });
        return text.toString();
    }

    /** Backslash and line feed are escaped everywhere, quotes in the values of labels. */
    static String escape(final String text, final boolean quotes)
    {
        final String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
        return quotes ? escaped.replace("\"", "\\\"") : escaped;
    }

    /**
     * A label of a sample.
     *
     * @param name of the label
     * @param value of the label, not escaped
     */
    record Label(String name, String value)
    {
    }
}

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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.tuning.export.Exposition.Label;

import org.junit.jupiter.api.Test;

/** The text format, written by us and read by the rules of its specification. */
class ExpositionTest
{
    private static final Pattern NAME = Pattern.compile("packetflow(_[a-z0-9]+)+");
    private static final Pattern SAMPLE = Pattern.compile(
        "([a-z_0-9]+)(?:\\{((?:[a-z_]+=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\",?)*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"");

    private final Exposition exposition = new Exposition();

    @Test
    void shouldPutTheSamplesOfAMetricTogetherBehindHelpAndType()
    {
        exposition.add(Metric.STALLS, "", List.of(new Label("engine", "a")), "1");
        exposition.add(Metric.UP, "", List.of(), "1");
        exposition.add(Metric.STALLS, "", List.of(new Label("engine", "b"), new Label("molecule", "M")), "2");

        assertThat(exposition.text()).isEqualTo("""
            # HELP packetflow_up 1 if the engine runs and writes its counters, else 0.
            # TYPE packetflow_up gauge
            packetflow_up 1
            # HELP packetflow_stalls_total Stalls of nodes longer than packetflow.stall.limit.
            # TYPE packetflow_stalls_total counter
            packetflow_stalls_total{engine="a"} 1
            packetflow_stalls_total{engine="b",molecule="M"} 2
            """);
    }

    @Test
    void shouldEscapeBackslashLineFeedAndQuotes()
    {
        exposition.add(Metric.UP, "", List.of(new Label("engine", "a\\b\"c\nd")), "0");

        assertThat(exposition.text()).endsWith("packetflow_up{engine=\"a\\\\b\\\"c\\nd\"} 0\n");
        assertThat(Exposition.escape("a\\b\"c\nd", false)).isEqualTo("a\\\\b\"c\\nd");
    }

    /** Any text in any label comes back as it went in, and breaks no line. */
    @Test
    void shouldGiveEveryLabelBackAsItWas()
    {
        final long seed = 9_404;
        final Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++)
        {
            final Map<String, String> labels = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--)
            {
                labels.put("label_" + (char)('a' + i), anyText(random));
            }
            final Exposition one = new Exposition();
            one.add(Metric.OTHER, "", labels.entrySet().stream()
                .map(label -> new Label(label.getKey(), label.getValue())).toList(), "1");

            assertThat(one.text().split("\n", -1)).as("seed=" + seed + " round=" + round).hasSize(4);
            assertThat(parse(one.text().split("\n", -1)[2])).as("seed=" + seed + " round=" + round).isEqualTo(labels);
        }
    }

    private static String anyText(final Random random)
    {
        final String letters = "ab \\\"\n{},=\u00e4\u2588#";
        final StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--)
        {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** Reads the labels of a sample. */
    static Map<String, String> parse(final String line)
    {
        final Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        final Map<String, String> labels = new LinkedHashMap<>();
        final Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
        while (label.find())
        {
            labels.put(label.group(1), unescape(label.group(2)));
        }
        return labels;
    }

    private static String unescape(final String text)
    {
        final StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++)
        {
            final char letter = text.charAt(i);
            if (letter == '\\')
            {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            }
            else
            {
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    @Test
    void shouldNameMetricsByTheConventions()
    {
        final List<String> names = new ArrayList<>();
        for (final Metric metric : Metric.values())
        {
            names.add(metric.metricName());
            assertThat(metric.metricName()).matches(NAME);
            assertThat(metric.metricName().endsWith("_total")).as(metric.metricName())
                .isEqualTo(metric.type() == Metric.Type.COUNTER);
            assertThat(metric.help()).isNotBlank().endsWith(".");
        }
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepWholeNumbersExactAndTurnTimesIntoSeconds()
    {
        assertThat(Metric.Scale.ONE.text(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
        assertThat(Metric.Scale.NANOS.text(791)).isEqualTo("7.91E-7");
        assertThat(Metric.Scale.MILLIS.text(1_500)).isEqualTo("1.5");
        assertThat(Arrays.stream(Metric.Scale.values()).map(scale -> Double.parseDouble(scale.text(-1))))
            .allMatch(value -> value < 0);
    }
}

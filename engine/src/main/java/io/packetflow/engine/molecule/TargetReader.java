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
package io.packetflow.engine.molecule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cold path. Reads targets: {@code < 500ns}, {@code < 2us P99.9}, {@code >= 1.2M orders/s}. A rate without a comparison
 * is one to be reached, as in the thesis's {@code 1M orders/second}; a duration needs one.
 */
final class TargetReader
{
    private static final Pattern TEXT = Pattern.compile(
        "(<=|<|>=|>)?\\s*(\\d+(?:\\.\\d+)?)\\s*([kMG]?)\\s*([^\\s\\d]*?\\s*/\\s*s(?:ec(?:ond)?)?|ns|us|µs|ms|s)" +
        "(?:\\s+[Pp](\\d+(?:\\.\\d+)?))?");
    private static final Map<String, Double> NANOS = Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9);
    private static final Map<String, Double> FACTORS = Map.of("", 1.0, "k", 1e3, "M", 1e6, "G", 1e9);
    private static final double LEAST_PERCENTILE = 50;
    private static final double MOST_PERCENTILE = 100;

    private TargetReader()
    {
    }

    /** Returns what is wrong with the targets of a molecule, one sentence each. */
    static List<String> violations(final Map<String, String> properties)
    {
        final List<String> violations = new ArrayList<>();
        properties.forEach((key, value) -> TargetName.of(key).ifPresent(name ->
        {
            if (read(name, value).isEmpty())
            {
                violations.add("the target " + key + ": \"" + value + "\" cannot be read; write " +
                    (name.isRate() ? "a rate, as in \">= 1M orders/s\"" :
                    "a comparison and a duration, as in \"< 500ns\" or \"< 2us P99.9\""));
            }
        }));
        return violations;
    }

    /** Returns the targets of a molecule that was checked. */
    static List<DeclaredTarget> read(final Map<String, String> properties)
    {
        final List<DeclaredTarget> targets = new ArrayList<>();
        properties.forEach((key, value) ->
            TargetName.of(key).flatMap(name -> read(name, value)).ifPresent(targets::add));
        return targets;
    }

    static Optional<DeclaredTarget> read(final TargetName name, final String value)
    {
        // Both letters mu are in use: the micro sign and the Greek one.
        final Matcher text = TEXT.matcher(value.strip().replace('\u03BC', '\u00B5'));
        if (!text.matches())
        {
            return Optional.empty();
        }
        final boolean isRate = text.group(4).contains("/");
        final double percentile = text.group(5) == null ?
            DeclaredTarget.DEFAULT_PERCENTILE : Double.parseDouble(text.group(5));
        if (isRate != name.isRate() || percentile < LEAST_PERCENTILE || percentile > MOST_PERCENTILE ||
            (!isRate && text.group(1) == null))
        {
            return Optional.empty();
        }
        final double unit = isRate ? 1 : NANOS.get(text.group(4).toLowerCase(Locale.ROOT));
        final boolean atLeast = text.group(1) == null || text.group(1).startsWith(">");
        return Optional.of(new DeclaredTarget(name, atLeast,
            Double.parseDouble(text.group(2)) * FACTORS.get(text.group(3)) * unit, percentile));
    }
}

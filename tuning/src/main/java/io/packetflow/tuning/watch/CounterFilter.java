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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.periodic.NearestName;
import io.packetflow.engine.watch.CounterReading;
import io.packetflow.engine.watch.EngineReading;

import picocli.CommandLine.Option;

/** Cold path. The options of {@code packetflow stat} that choose among counters. */
final class CounterFilter
{
    private static final String TYPE_ID = "[0-9]{1,9}";

    @Option(names = "--type", paramLabel = "TYPE", split = ",",
        description = "only these: molecule, rings, stages, nodes, journal, queue, stalls, latency, packets, other, " +
            "or type ids; several by commas")
    private List<String> types = List.of();

    @Option(names = "--label", paramLabel = "REGEX",
        description = "only those in whose label this regular expression is found, such as 'orders (sent|refused)'")
    private String label;

    @Option(names = "--all",
        description = "show packets' and molecule's counters that are 0 too; json has them always")
    private boolean isAll;

    /** Returns whether counters that are 0 are shown to people. */
    boolean isAll()
    {
        return isAll;
    }

    /**
     * Returns what tells the wanted counters.
     *
     * @throws UsageException if an option makes no sense
     */
    Predicate<CounterReading> predicate()
    {
        final List<Predicate<CounterReading>> wanted = new ArrayList<>();
        types.forEach(type -> wanted.add(ofType(type.strip())));
        final Predicate<CounterReading> type =
            wanted.stream().reduce(Predicate::or).orElse(counter -> true);
        return label == null ? type : type.and(ofLabel());
    }

    private static Predicate<CounterReading> ofType(final String type)
    {
        if (type.matches(TYPE_ID))
        {
            final int id = Integer.parseInt(type);
            return counter -> counter.typeId() == id;
        }
        final List<String> words = Arrays.stream(CounterKind.values()).map(CounterKind::word).toList();
        final String nearest = NearestName.suggest(type, words);
        final CounterKind kind = CounterKind.find(type).orElseThrow(() -> new UsageException(
            "--type has no '" + type + "'" + (nearest.isEmpty() ?
            "; there are " + String.join(", ", words) + ", and type ids" : nearest)));
        return counter -> CounterKind.of(counter) == kind;
    }

    private Predicate<CounterReading> ofLabel()
    {
        try
        {
            final Pattern pattern = Pattern.compile(label);
            return counter -> pattern.matcher(counter.label()).find();
        }
        catch (final PatternSyntaxException e)
        {
            throw new UsageException("--label takes a regular expression: '" + label + "': " + e.getDescription() +
                " at character " + (e.getIndex() + 1) + "; '\\' takes a special character for itself", e);
        }
    }

    /** Returns the counters that are wanted, in the order of the file. */
    static List<CounterReading> select(final EngineReading reading, final Predicate<CounterReading> wanted)
    {
        return reading.counters().stream().filter(wanted).toList();
    }
}

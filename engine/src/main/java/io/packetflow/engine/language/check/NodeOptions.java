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
package io.packetflow.engine.language.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.routing.AffinityClass;

/**
 * Cold path. What the options of a node say; options of other names are annotations.
 *
 * @param cores nodes that it stands for, one core each; empty where that is open
 * @param capacity packets that each of them holds
 * @param weights of the classes of the affinity matrix; empty for those of its group
 */
public record NodeOptions(OptionalInt cores, int capacity, Map<AffinityClass, Double> weights)
{
    /** Packets that a node holds where it does not say how many. */
    public static final int DEFAULT_CAPACITY = 1_024;

    /** Cores of all nodes of a reactor. */
    static final int MAX_CORES = 1_024;

    private static final int MAX_CAPACITY = 1 << 24;

    /** Copies the map. */
    public NodeOptions
    {
        weights = Map.copyOf(weights);
    }

    /**
     * Reads the options of a node that was checked.
     *
     * @param options without errors
     * @return what they say
     */
    public static NodeOptions of(final List<Entry> options)
    {
        return new NodeOptions(
            Values.entry(options, "cores").map(entry -> OptionalInt.of((int)whole(entry))).orElse(OptionalInt.empty()),
            Values.entry(options, "capacity").map(entry -> (int)whole(entry)).orElse(DEFAULT_CAPACITY),
            Values.entry(options, "weights").flatMap(entry -> weights(entry.value())).orElse(Map.of()));
    }

    static void check(final List<Entry> options, final Scope scope)
    {
        Values.entry(options, "cores").ifPresent(entry -> checkWhole(entry, MAX_CORES, scope));
        Values.entry(options, "capacity").ifPresent(entry -> checkWhole(entry, MAX_CAPACITY, scope));
        Values.entry(options, "weights").filter(entry -> weights(entry.value()).isEmpty()).ifPresent(entry ->
            scope.report(scope.at(entry.value(), DiagnosticCode.NODE_OPTION, "these are no weights of a node")
                .expected("%{cpu: 0.7, memory: 0.1, io: 0, network: 0.2}, each 0 or more and one above 0", "")));
    }

    private static void checkWhole(final Entry entry, final int most, final Scope scope)
    {
        if (whole(entry) < 1 || whole(entry) > most)
        {
            scope.report(scope.at(entry.value(), DiagnosticCode.NODE_OPTION, "this is no number of " + entry.key())
                .expected("a whole number from 1 to " + most, ""));
        }
    }

    private static long whole(final Entry entry)
    {
        return entry.value() instanceof Expression.WholeNumber number ? number.value() : 0;
    }

    private static Optional<Map<AffinityClass, Double>> weights(final Expression value)
    {
        final Map<AffinityClass, Double> weights = new EnumMap<>(AffinityClass.class);
        if (!(value instanceof Expression.MapOf map))
        {
            return Optional.empty();
        }
        for (final MapItem item : map.items())
        {
            final Optional<AffinityClass> type = item instanceof Entry entry ? type(entry.key().text()) :
                Optional.empty();
            final double weight = item.value() instanceof Expression.WholeNumber number ? number.value() :
                item.value() instanceof Expression.DecimalNumber number ? number.value().doubleValue() : -1;
            if (type.isEmpty() || weight < 0)
            {
                return Optional.empty();
            }
            weights.put(type.get(), weight);
        }
        return weights.values().stream().anyMatch(weight -> weight > 0) ? Optional.of(weights) : Optional.empty();
    }

    private static Optional<AffinityClass> type(final String key)
    {
        for (final AffinityClass type : AffinityClass.values())
        {
            if (type.key().equals(key))
            {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

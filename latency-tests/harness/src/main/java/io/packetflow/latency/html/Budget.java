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
package io.packetflow.latency.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.latency.report.Row;

/**
 * Cold path. What tick to trade should cost by its parts, each measured alone, beside what the whole costs. Parts are
 * means over all messages, the whole is the median of messages that caused an order: the rest is the strategy, what
 * lies between packets, and cold caches.
 */
final class Budget
{
    /**
     * A part.
     *
     * @param name of it
     * @param nanos it takes
     */
    record Part(String name, double nanos)
    {
    }

    private final List<Part> parts = new ArrayList<>();
    private double measuredNanos = Double.NaN;

    /**
     * Collects the parts.
     *
     * @param run with the scenarios operations, book, risk and t2t-generated, or some of them
     */
    Budget(final StoredRun run)
    {
        add(run, "operations", "ITCH decode, a message", "decode");
        add(run, "book", "order book, an operation, generated", "order book");
        add(run, "risk", "risk check, throughput", "risk check");
        add(run, "operations", "OUCH encode, enter", "encode");
        row(run, "t2t-generated", "generated, closed loop, P50").ifPresent(row -> measuredNanos = row.ours().median());
    }

    private void add(final StoredRun run, final String scenario, final String what, final String name)
    {
        row(run, scenario, what).ifPresent(row -> parts.add(new Part(name, row.ours().median())));
    }

    private static Optional<Row> row(final StoredRun run, final String scenario, final String what)
    {
        return run.scenarios().stream().filter(one -> one.name().equals(scenario))
            .flatMap(one -> one.rows().stream()).filter(row -> row.what().equals(what)).findFirst();
    }

    /** Returns whether there is anything to show. */
    boolean isComplete()
    {
        return parts.size() == 4 && !Double.isNaN(measuredNanos);
    }

    /** Returns the parts. */
    List<Part> parts()
    {
        return parts;
    }

    /** Returns what the parts add up to. */
    double predictedNanos()
    {
        return parts.stream().mapToDouble(Part::nanos).sum();
    }

    /** Returns what the analysis predicts from the parts; only where all of them are there. */
    PredictedBudget prediction()
    {
        return PredictedBudget.of(
            parts.get(0).nanos(), parts.get(1).nanos(), parts.get(2).nanos(), parts.get(3).nanos());
    }

    /** Returns what the whole takes. */
    double measuredNanos()
    {
        return measuredNanos;
    }
}
